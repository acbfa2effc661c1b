import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { LiveRegion } from './LiveRegion.tsx';

/**
 * Goes once around the whole page. Base UI may not write `<style>` elements, which `style-src 'self'` refuses (the
 * theme has what they would hold), and announcements for screen readers get their place.
 */
export function Foundation({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <LiveRegion>{children}</LiveRegion>
    </CSPProvider>
  );
}
