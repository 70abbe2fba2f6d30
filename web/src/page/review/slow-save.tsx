import { slowSave } from '../../words/review.ts';

interface Props {
  readonly onWait: () => void;
  readonly onAgain: () => void;
}

/** Says that a save has no answer yet, and what can be done meanwhile. */
export function SlowSave({ onWait, onAgain }: Props) {
  return (
    <section className="banner" role="alert">
      <h2>{slowSave.title}</h2>
      <p>{slowSave.body}</p>
      <div className="banner-acts">
        <button type="button" className="plain-button" onClick={onWait}>
          {slowSave.wait}
        </button>
        <button type="button" className="plain-button" onClick={onAgain}>
          {slowSave.again}
        </button>
      </div>
    </section>
  );
}
