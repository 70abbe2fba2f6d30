import { type ConfigValue, maskedPath, settingAt } from '@clearml-conf/shared';
import { type ReactNode, useId } from 'react';
import { mask, paintLine } from '../../diff/paint.ts';
import type { Clash } from '../../draft/clashes.ts';
import type { ReadText } from '../../draft/derived.ts';
import type { ChosenSide } from '../../draft/join.ts';
import type { Answer, LineRange, Piece } from '../../draft/merge.ts';
import { settingLines } from '../../form/setting-lines.ts';
import { joining } from '../../words/conflict.ts';
import { review } from '../../words/review.ts';
import { isHiddenIn, valueInWords } from '../../words/values.ts';
import { Text } from '../file/diff-table.tsx';
import type { Preview } from './use-previews.ts';

interface Texts {
  readonly was: ReadText;
  readonly disk: ReadText;
  readonly yours: ReadText;
}

interface PlaceProps {
  readonly name: string;
  readonly place: Piece;
  readonly texts: Texts;
  readonly answer: Answer | null;
  readonly preview: Preview | null;
  readonly onAnswer: (answer: Answer) => void;
}

/** Lines that both sides changed: what they were, and the choice between the two. */
export function PlaceChoice({ name, place, texts, answer, preview, onAnswer }: PlaceProps) {
  const isNew = place.was.from === place.was.to;
  return (
    <Choice
      name={name}
      title={settingsAt(place, texts)}
      was={isNew ? null : <Lines text={texts.was} range={place.was} />}
      options={[
        { answer: 'disk', word: joining.disk, shown: <Lines text={texts.disk} range={place.disk} /> },
        { answer: 'yours', word: joining.yours, shown: <Lines text={texts.yours} range={place.yours} /> },
        ...(isNew
          ? [{ answer: 'both', word: joining.both, shown: <Both place={place} texts={texts} /> } as const]
          : []),
      ]}
      answer={answer}
      preview={preview}
      onAnswer={onAnswer}
    />
  );
}

interface ClashProps {
  readonly name: string;
  readonly clash: Clash;
  readonly answer: ChosenSide | null;
  readonly preview: Preview | null;
  readonly onAnswer: (answer: ChosenSide) => void;
}

/** A setting that both sides gave a value in different lines. */
export function ClashChoice({ name, clash, answer, preview, onAnswer }: ClashProps) {
  const title = settingAt(clash.path)?.title ?? maskedPath(clash.path, mask);
  return (
    <Choice
      name={name}
      title={title}
      note={joining.sameSetting}
      was={<Value clash={clash} value={clash.was} />}
      options={[
        { answer: 'disk', word: joining.disk, shown: <Value clash={clash} value={clash.disk} /> },
        { answer: 'yours', word: joining.yours, shown: <Value clash={clash} value={clash.yours} /> },
      ]}
      answer={answer}
      preview={preview}
      onAnswer={onAnswer}
    />
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly was: ReactNode;
  readonly options: readonly { readonly answer: T; readonly word: string; readonly shown: ReactNode }[];
  readonly answer: T | null;
  readonly preview: Preview | null;
  readonly onAnswer: (answer: T) => void;
}

function Choice<T extends string>({ name, title, note, was, options, answer, preview, onAnswer }: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset className="place">
      <legend>
        <span className="place-name">{name}</span> <strong>{title}</strong>
      </legend>
      {note !== undefined && <p className="soft">{note}</p>}
      <div className="place-sides">
        {was && (
          <div className="place-side">
            <span className="place-word">{joining.was}</span>
            {was}
          </div>
        )}
        {options.map((option) => (
          <label key={option.answer} className="place-side place-option">
            <span className="place-word">
              <input
                type="radio"
                name={group}
                checked={answer === option.answer}
                onChange={() => onAnswer(option.answer)}
              />{' '}
              {option.word}
            </span>
            {option.shown}
          </label>
        ))}
      </div>
      <div className="place-result" role="status">
        {preview && <Result preview={preview} />}
      </div>
    </fieldset>
  );
}

/** The lines that would stand in the file, with those round them. */
function Result({ preview: { text, lines } }: { readonly preview: Preview }) {
  return (
    <>
      <span className="place-word">{joining.result}</span>
      {lines ? (
        <Lines text={text} range={lines.shown} chosen={lines.chosen} />
      ) : (
        <span className="soft">{joining.nothing}</span>
      )}
    </>
  );
}

function Both({ place, texts }: Pick<PlaceProps, 'place' | 'texts'>) {
  return (
    <>
      <Lines text={texts.disk} range={place.disk} />
      <Lines text={texts.yours} range={place.yours} />
    </>
  );
}

interface LinesProps {
  readonly text: ReadText;
  readonly range: LineRange;
  /** Which of them are what it is about, if not all. */
  readonly chosen?: LineRange;
}

/** Lines of a text as the diff paints them, secrets masked. */
function Lines({ text, range, chosen }: LinesProps) {
  const lines = text.sheet.lines.slice(range.from, range.to);
  if (lines.length === 0) return <span className="soft">{joining.nothing}</span>;
  return (
    <code className="place-lines">
      {lines.map((line, at) => (
        <span key={line.from} className="place-line" data-chosen={isIn(chosen, range.from + at) || undefined}>
          <Text kind="same" segments={paintLine(text.sheet, line, [])} />
        </span>
      ))}
    </code>
  );
}

function isIn(range: LineRange | undefined, line: number): boolean {
  return range !== undefined && range.from <= line && line < range.to;
}

function Value({ clash, value }: { readonly clash: Clash; readonly value: ConfigValue | undefined }) {
  if (value === undefined) return <span className="soft">{joining.absent}</span>;
  const words = isHiddenIn(clash, value) ? review.hidden : valueInWords(clash.path, value);
  return <code className="place-lines">{words}</code>;
}

/** The settings in the lines of a place, on any side. */
function settingsAt(place: Piece, texts: Texts): string {
  const sides = ['was', 'disk', 'yours'] as const;
  const paths = sides.flatMap((side) => {
    const { from, to } = place[side];
    const settingOf = settingLines(texts[side]);
    return Array.from({ length: to - from }, (_, at) => settingOf(from + at)).filter((path) => path !== undefined);
  });
  const titles = [...new Set(paths)].map((path) => settingAt(path.split('.'))?.title ?? path);
  return titles.length === 0 ? joining.lines : titles.join(', ');
}
