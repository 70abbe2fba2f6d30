import {
  accessKey,
  apiServer,
  type DocumentContext,
  filesServer,
  maskedText,
  type Reading,
  secretKey,
  webServer,
} from '@clearml-conf/shared';
import { useEffect, useMemo, useRef } from 'react';
import { useCopying } from '../desk/use-copying.ts';
import { mask } from '../diff/paint.ts';
import { aroundOf } from '../draft/around.ts';
import { readText } from '../draft/derived.ts';
import { type Override, overridesOf, winsEverywhere } from '../draft/override.ts';
import { Icon, Mark } from '../icon/icon.tsx';
import { hashOf } from '../route/route.ts';
import { done } from '../words/connect.ts';
import { valueInWords } from '../words/values.ts';

interface Props {
  readonly context: DocumentContext;
  /** The text of the file as saved. */
  readonly text: string;
}

/** After the save: what ClearML will now do, what to run first, what to restart, where to go next. */
export function DonePage({ context, text }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { document: parsed, readings } = readText(text);
  const overrides = useMemo(() => overridesOf(parsed, aroundOf(context)), [parsed, context]);
  const { path } = context.file;
  const isRead = context.clearmlReads === path;
  const lineOf = (setting: string) => counted(setting, readings.get(setting), overrides.get(setting));
  return (
    <main className="plain done">
      <Mark />
      <h1 ref={heading} tabIndex={-1}>
        {isRead ? done.title : done.titleElsewhere}
      </h1>
      <p className="done-saved" role="status">
        <Icon name="check" /> {isRead ? done.saved(path) : done.savedElsewhere(path, context.clearmlReads)}
      </p>
      <section aria-labelledby="done-will">
        <h2 id="done-will">{isRead ? done.willDo : done.willDoElsewhere}</h2>
        <dl className="done-list">
          <Line name={done.talks} {...lineOf(apiServer)} />
          <Line
            name={done.signs}
            {...signOf(
              [accessKey, secretKey].map((key) => readings.get(key)),
              overrides.get(accessKey),
            )}
          />
          <Line name={done.links} {...lineOf(webServer)} />
          <Line name={done.files} {...lineOf(filesServer)} />
        </dl>
      </section>
      <section aria-labelledby="done-first">
        <h2 id="done-first">{done.first}</h2>
        <p>{done.firstWords}</p>
        <Command />
        <p className="soft">{done.restart}</p>
      </section>
      <nav aria-labelledby="done-next">
        <h2 id="done-next">{done.next}</h2>
        <ul className="done-next">
          {done.nextLinks.map(([path, words]) => (
            <li key={words}>
              <a href={hashOf(path)}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
    </main>
  );
}

interface Told {
  readonly value: string;
  readonly why?: string;
}

function Line({ name, value, why }: Told & { readonly name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="done-value">{value}</span> {why && <span className="soft">{why}</span>}
      </dd>
    </div>
  );
}

/** What counts: the variable that wins, or the file. */
function counted(setting: string, reading: Reading | undefined, override: Override | undefined): Told {
  const shown = (text: string) => maskedText(setting.split('.'), text, mask);
  if (override && winsEverywhere(override))
    return { value: shown(override.value ?? ''), why: done.byVariable(override.variable) };
  const value = reading?.value;
  if (value === undefined || value === '') return { value: done.notSet };
  return { value: typeof value === 'string' ? shown(value) : valueInWords(setting.split('.'), value) };
}

function signOf(keys: readonly (Reading | undefined)[], override: Override | undefined): Told {
  const isGiven = keys.every((key) => key?.value !== undefined && key.value !== '');
  if (!override || !winsEverywhere(override)) return { value: isGiven ? done.signsYour : done.noKeys };
  return { value: override.variable, why: done.byVariable(override.variable) };
}

function Command() {
  const { isCopied, copy } = useCopying(done.command);
  return (
    <div className="done-command">
      <code>{done.command}</code>
      <button
        type="button"
        className="icon-button"
        aria-label={done.copy}
        title={isCopied ? done.copied : done.copy}
        onClick={copy}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
    </div>
  );
}
