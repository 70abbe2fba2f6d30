import { keyGroups } from '../words/keys.ts';

/** The keys of the page, by where they work. */
export function KeyGroups() {
  return (
    <div className="keys-groups">
      {keyGroups.map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([chords, what]) => (
              <div key={what} className="keys-row">
                <dt>
                  {chords.map((chord) => (
                    <kbd key={chord}>{chord}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
