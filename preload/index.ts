import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

// Filled in by the build from the contract, so that the preload needs no zod.
declare const __CHANNELS__: readonly string[];
declare const __EVENTS__: readonly string[];

const bridge: Record<string, Record<string, unknown> | ((...args: never[]) => unknown)> = {
  on: (name: string, listener: (payload: unknown) => void) => {
    if (!__EVENTS__.includes(name)) throw new Error(`Unknown event ${name}`);
    const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
};
for (const channel of __CHANNELS__) {
  const [area = '', name = ''] = channel.split('.');
  bridge[area] = { ...bridge[area], [name]: (input: unknown) => ipcRenderer.invoke(channel, input) };
}
contextBridge.exposeInMainWorld('copydesk', bridge);
