import { sections } from '@clearml-conf/shared';
import { rows } from '../form/blocks.ts';
import { hashOf } from '../route/route.ts';
import { nearPaths } from '../search/near-paths.ts';
import { nowhere } from '../words/page.ts';

const known = [...sections, ...rows].map(({ path, title }) => ({ path, title }));

/** The page for an address that names no setting: says so, and offers those with a name like it. */
export function Nowhere({ path }: { readonly path: string }) {
  const near = nearPaths(path, known);
  return (
    <div className="pane-head">
      <h1>{nowhere.title(path)}</h1>
      <p>{near.length > 0 ? nowhere.near : nowhere.none}</p>
      <ul className="nowhere">
        {near.map((one) => (
          <li key={one.path}>
            <a href={hashOf(one.path)}>{one.title}</a> <code>{one.path}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={hashOf(null)}>{nowhere.start}</a>
      </p>
    </div>
  );
}
