import type { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ElectronApplication } from '@playwright/test';

/** How often the monitor looks, in milliseconds. */
const RESOLUTION_MS = 1;

/** The event loop of an app's main process, watched from within; the product knows nothing of it. */
export interface MainStalls {
  /** The longest stall since the last time this was asked, in milliseconds. */
  worst(): Promise<number>;
}

type Watched = typeof globalThis & { stallsOfMain?: ReturnType<typeof monitorEventLoopDelay> };

/** Begins to watch. What follows the launch of the app is seen; what loads its program is over by then. */
export async function watchMain(app: ElectronApplication): Promise<MainStalls> {
  await app.evaluate((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const monitor = monitorEventLoopDelay({ resolution });
    monitor.enable();
    (globalThis as Watched).stallsOfMain = monitor;
  }, RESOLUTION_MS);
  return {
    async worst() {
      const nanoseconds = await app.evaluate(async () => {
        const monitor = (globalThis as Watched).stallsOfMain;
        if (!monitor) throw new Error('Nobody watches');
        await new Promise((resolve) => setTimeout(resolve, 5)); // its last look
        const { max } = monitor;
        monitor.reset();
        return max;
      });
      return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    },
  };
}
