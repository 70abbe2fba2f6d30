import { chromium } from '@playwright/test';

const [, , url, out, w = '1440', h = '900', scheme = 'light', script = ''] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const p = await b.newPage({ viewport: { width: +w, height: +h }, colorScheme: scheme });
p.on('console', (m) => console.log('console', m.type(), m.text()));
p.on('pageerror', (e) => console.log('pageerror', e.message));
await p.goto(url);
await p.waitForTimeout(700);
if (script) await new Function('p', `return (async()=>{${script}})()`)(p);
await p.waitForTimeout(300);
await p.screenshot({ path: out });
await b.close();
