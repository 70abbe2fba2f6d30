import type { RefObject } from 'react';
import { connect } from '../words/connect.ts';
import { PasteBox } from './paste-box.tsx';
import type { Connecting } from './use-connecting.ts';

interface Props {
  readonly connecting: Connecting;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onByHand: () => void;
}

/** What a newcomer does: make keys, paste them, and what comes then. */
export function FirstSteps({ connecting: { fault, read }, box, onByHand }: Props) {
  const [open, place, and, button, end] = connect.make;
  return (
    <>
      <ol className="first-steps">
        <li>
          <p>
            {open}
            <strong>{place}</strong>
            {and}
            <strong>{button}</strong>
            {end}
          </p>
        </li>
        <li>
          <PasteBox label={connect.paste} isLarge box={box} fault={fault} onText={read} />
        </li>
        <li>
          <p>{connect.afterwards}</p>
        </li>
      </ol>
      <p className="connect-other">
        <button type="button" className="link-button" onClick={onByHand}>
          {connect.byHand}
        </button>
        <span className="soft">{connect.safe}</span>
      </p>
    </>
  );
}
