import { optionsOfEveryKind } from '../catalog-kinds.ts';
import { bytesOf, openEditor } from '../editor.ts';
import { fill, takeOut } from '../fill.ts';
import { expect, test } from '../test.ts';

const options = await optionsOfEveryKind(40);
const before = '# mine\napi {\n  # the servers\n  web_server: "http://a" // here\n}\n\nagent { worker_name: "w" }\n';

test('an option of every kind can be set and taken back, and leaves every byte as it was', async ({
  page,
  workplace,
}) => {
  expect(options.length).toBeGreaterThanOrEqual(40);
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const editor = await openEditor(page, program);
  for (const option of options.filter(({ path }) => path !== 'api.web_server' && path !== 'agent.worker_name')) {
    await editor.goTo(option.path);
    await expect(editor.row(option.path), option.path).toBeVisible();
    await fill(editor, option);
    await expect(page.getByRole('button', { name: 'Review 1 change' }), option.path).toBeEnabled();
    await takeOut(editor, option);
    await expect(page.getByRole('button', { name: 'Review changes' }), option.path).toBeDisabled();
  }
  expect(await bytesOf(program)).toBe(before);
});

test('and saved, read, and taken out again, it is gone and everything else reads as before', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const read = async () => JSON.parse((await workplace.terminal(['read', program.path])).stdout);
  const editor = await openEditor(page, program);
  const chosen = options.filter(({ path }) => path !== 'api.web_server' && path !== 'agent.worker_name');
  const first = await read();
  for (const option of chosen) {
    await editor.goTo(option.path);
    await fill(editor, option);
    await expect(editor.row(option.path), option.path).not.toHaveAttribute('data-state', 'unset');
  }
  await editor.review();
  await editor.save();
  const saved = JSON.stringify(await read());
  for (const { path } of chosen) expect(saved, path).toContain(`"${path.split('.').at(-1)}"`);
  for (const option of chosen) {
    await editor.goTo(option.path);
    await takeOut(editor, option);
  }
  await editor.review();
  await editor.save();
  expect(withoutEmpty(await read())).toEqual(withoutEmpty(first));
});

/** Braces that were made for an option may stay behind it. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).map(([name, held]) => [name, withoutEmpty(held)] as const);
  return Object.fromEntries(
    members.filter(([, held]) => typeof held !== 'object' || held === null || Object.keys(held).length > 0),
  );
}
