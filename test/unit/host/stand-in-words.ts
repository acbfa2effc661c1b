import { onTestFinished, vi } from 'vitest';

/** Hears what the stand-in says on stderr during a test, in place of whoever reads the test's results. */
export function hearStandIn(): () => string {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  return () => write.mock.calls.map(([text]) => String(text)).join('');
}
