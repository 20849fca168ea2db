"""latency.py ENGINE SET.jsonl [ARTICLES]: asks the articles of an evaluation set on one core, question by question, with the reader and without;
prints the median and the 95th percentile of the time to the answer, and the processor's time a question, start-up and first question aside."""
import json, os, re, statistics, subprocess, sys, tempfile, time

engine, path = sys.argv[1:3]; most = int(sys.argv[3]) if len(sys.argv) > 3 else 10 ** 9
one = lambda s: re.sub(r'[\r\n\u2028\u2029\x0b\x0c\x85]', ' ', s)
used = lambda pid: sum(map(int, open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()[11:13])) / os.sysconf('SC_CLK_TCK')
for reader in ('on', 'off'):
    times, spent, paragraphs, asked, seconds = [], 0., [], 0, 0.
    for l in open(path, encoding='utf-8').readlines()[:most]:
        g = json.loads(l); paragraphs.append(len(g['paragraphs']))
        with tempfile.TemporaryDirectory() as d:
            f = d + '/a.txt'; open(f, 'w', encoding='utf-8', newline='').write((one(g['title']).strip() or 'Untitled') + '\n' + '\n'.join(one(x).strip() or '-' for x in g['paragraphs']) + '\n')
            p = subprocess.Popen(['taskset', '-c', '0', engine, 'ask', '--json', '-a', f], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=dict(os.environ, VERBATIM_READER=reader, GOMAXPROCS='1'))
            for n, q in enumerate(g['questions']):
                if n == 1: c = used(p.pid)
                a = time.perf_counter(); p.stdin.write(one(q['q']) + '\n'); p.stdin.flush(); p.stdout.readline()
                if n: times.append(time.perf_counter() - a)
            if len(g['questions']) > 1: spent += used(p.pid) - c; asked += len(g['questions']) - 1
            p.stdin.close(); p.wait()
    times.sort()
    print(f'reader {reader}: {len(times)} questions on {len(paragraphs)} articles of {statistics.median(paragraphs):.0f} paragraphs: p50 {1000 * times[len(times) // 2]:.1f} ms, p95 {1000 * times[len(times) * 95 // 100]:.1f} ms, {1000 * spent / asked:.1f} ms of processor a question', flush=True)
