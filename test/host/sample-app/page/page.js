window.told = [];
window.stopMenu = window.sample.onMenu((value) => window.told.push(value));
window.sample.onTold((value) => window.told.push(value));
document.querySelector('[role=status]').textContent = `ready, bridge ${window.sample.version}`;
