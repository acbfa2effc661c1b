import DOMPurify from 'dompurify';

interface PolicyRules {
  createHTML: (html: string) => string;
  createScriptURL: (url: string) => string | null;
}

/** The part of the window that a policy needs. */
export interface PolicyHost {
  trustedTypes?: { createPolicy: (name: string, rules: PolicyRules) => unknown };
  location: { href: string };
}

/**
 * Whether a script address is one of our own bundles. The page loads no script from anywhere else: workers are the
 * only scripts whose address is ever set from code.
 */
export function isOwnScript(url: string, pageAddress: string): boolean {
  const page = URL.parse(pageAddress);
  const script = URL.parse(url, pageAddress);
  if (page === null || script === null) return false;
  // Custom schemes have the opaque origin "null" in some hosts, so protocol and host are compared themselves.
  return script.protocol === page.protocol && script.host === page.host && script.pathname.endsWith('.js');
}

/**
 * Installs the default policy that `require-trusted-types-for 'script'` asks about every text that reaches an HTML or
 * script sink without a policy of its own. HTML is sanitised, worker addresses must be ours, and there is no
 * `createScript`: text never becomes a program. To be called once, before anything renders.
 */
export function installTrustedTypes(host: PolicyHost): void {
  host.trustedTypes?.createPolicy('default', {
    createHTML: (html) => DOMPurify.sanitize(html, { USE_PROFILES: { html: true } }),
    createScriptURL: (url) => (isOwnScript(url, host.location.href) ? url : null),
  });
}
