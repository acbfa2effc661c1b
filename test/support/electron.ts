/**
 * Stands for the `electron` module in unit tests, where importing the real package would start a download. Tests pass
 * what they need explicitly; anything reached for by accident says so.
 */
export default new Proxy(
  {},
  {
    get(_target, name) {
      throw new Error(`electron.${String(name)} was used in a unit test`);
    },
  },
);
