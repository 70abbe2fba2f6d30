import { chromium } from '@playwright/test';

const [, , url, hash = '#/api', field = 'api.api_server', n = '30'] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const p = await b.newPage({ viewport: { width: 1440, height: 900 } });
p.on('pageerror', (e) => console.log('pageerror', e.message));
await p.goto(url + hash);
await p.waitForTimeout(1200);
await p.evaluate(() => {
  window.out = [];
  let t0 = 0;
  addEventListener(
    'keydown',
    (e) => {
      t0 = e.timeStamp;
      window.echo = 0;
    },
    true,
  );
  addEventListener(
    'input',
    () =>
      requestAnimationFrame(() => {
        const c = new MessageChannel();
        c.port1.onmessage = () => {
          window.echo = performance.now() - t0;
        };
        c.port2.postMessage(0);
      }),
    true,
  );
  const pane = document.querySelector('.file-pane');
  new MutationObserver(() => {
    const t = t0;
    if (!t) return;
    t0 = 0;
    requestAnimationFrame(() => {
      const c = new MessageChannel();
      c.port1.onmessage = () => out.push([performance.now() - t, window.echo]);
      c.port2.postMessage(0);
    });
  }).observe(pane, { subtree: true, childList: true, characterData: true });
});
await p.focus(`[id="${field}"]`);
await p.keyboard.press('End');
for (let i = 0; i < +n; i++) {
  await p.keyboard.press('abcdefghij'[i % 10]);
  await p.waitForTimeout(150);
}
const out = await p.evaluate(() => out);
const s = out.map((o) => o[0]).sort((a, b) => a - b),
  e = out.map((o) => o[1]).sort((a, b) => a - b);
const q = (a, f) => a[Math.min(a.length - 1, Math.floor(a.length * f))]?.toFixed(1);
console.log(
  'n',
  s.length,
  'first',
  out[0]?.[0].toFixed(1),
  'diff median',
  q(s, 0.5),
  'p95',
  q(s, 0.95),
  'echo median',
  q(e, 0.5),
  'p95',
  q(e, 0.95),
);
await b.close();
