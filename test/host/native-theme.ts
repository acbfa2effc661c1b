// `nativeTheme`: what the system prefers (COPYDESK_HOST_DARK) and what the app asks for instead.
import { settings } from './control.ts';
import { runtime } from './runtime.ts';
import { StrictEmitter, strictClass } from './strict.ts';

type Source = 'system' | 'light' | 'dark';

class NativeTheme extends StrictEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;
  readonly inForcedColorsMode = false;
  #source: Source = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    if (source === this.#source) return;
    this.#source = source;
    for (const contents of runtime.contents.values()) contents.applyTheme();
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark' || (this.#source === 'system' && settings.dark);
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return settings.dark;
  }
}
strictClass('nativeTheme', NativeTheme);

/** The one `nativeTheme`. */
export const nativeTheme = new NativeTheme();
