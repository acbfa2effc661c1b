const { contextBridge, ipcRenderer } = require('electron');

const on = (channel, listener) => {
  const receive = (_event, value) => listener(value);
  ipcRenderer.on(channel, receive);
  return () => ipcRenderer.removeListener(channel, receive);
};
contextBridge.exposeInMainWorld('sample', {
  version: 1,
  nested: { list: ['a', 'b'] },
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  sender: () => ipcRenderer.invoke('sender'),
  tell: (value) => ipcRenderer.send('tell', value),
  onTold: (listener) => on('told', listener),
  onMenu: (listener) => on('menu', listener),
  isSandboxed: () => process.sandboxed === true,
  refuseFs: () => {
    try {
      return typeof require('node:fs');
    } catch (error) {
      return error.message;
    }
  },
});
globalThis.leaked = 'only in the preload';
