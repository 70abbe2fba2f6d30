import { spawnSync } from 'node:child_process';
import type { Timing } from './clock.ts';

/** Loads ClearML's parser package from its folder, reads one text again and again, and prints the median in µs. */
const program = `
import importlib, os, statistics, sys, time
folder, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
sys.path.insert(0, os.path.dirname(folder))
factory = importlib.import_module(os.path.basename(folder)).ConfigFactory
text, times = sys.stdin.read(), []
for _ in range(rounds):
    start = time.perf_counter()
    factory.parse_string(text)
    times.append(time.perf_counter() - start)
print(statistics.median(times) * 1e6)
`;

/** ClearML's own reader in one Python process that loops; null without the folder or where Python cannot run it. */
export function clearmlReader(folder: string | undefined, text: string): Timing | null {
  if (folder === undefined) return null;
  const { stdout, stderr, status } = spawnSync('python3', ['-c', program, folder, '5'], {
    input: text,
    encoding: 'utf8',
  });
  if (status === 0)
    return { name: "ClearML's own reader", bytes: Buffer.byteLength(text), microseconds: Number(stdout) };
  console.error(`ClearML's reader did not run: ${stderr.trim().split('\n').at(-1)}`);
  return null;
}
