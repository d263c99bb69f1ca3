#!/usr/bin/env python3
"""Compares duizhao with another aligner on one pair of texts: time and memory side by side, and accuracy where
there is gold.

usage: compare_aligners.py [--runs N] [--gold FILE] SOURCE TARGET OTHER...

SOURCE and TARGET have a sentence a line. OTHER is the other aligner's command, in which {source} and {target}
stand for the texts and {output} for a file to write beads to; without {output}, its standard output is taken.
The two run in turn, so that a busy machine is as busy for both. DUIZHAO names the tool, else
build/release/bin/duizhao beside this script's project.

    tests/bench/compare_aligners.py zh.txt en.txt hunalign -text -utf dictionary.dic {source} {target}
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time


def run(command, output):
    """Seconds and peak megabytes of one run."""
    with open(output if output else os.devnull, 'wb') as out:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
    if status != 0:
        sys.exit(f'failed: {" ".join(command)}')
    return seconds, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--gold')
    parser.add_argument('source')
    parser.add_argument('target')
    parser.add_argument('other', nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    if not arguments.other or arguments.runs < 1:
        parser.error('expected the command of another aligner and at least one run')
    project = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    tool = os.environ.get('DUIZHAO', os.path.join(project, 'build', 'release', 'bin', 'duizhao'))
    with tempfile.TemporaryDirectory() as folder:
        beads = {name: os.path.join(folder, name) for name in ('duizhao', 'other')}
        fill = {'source': arguments.source, 'target': arguments.target, 'output': beads['other']}
        writes = any('{output}' in part for part in arguments.other)
        commands = {
            'duizhao': ([tool, 'align', '--lines', '--quiet', '--format', 'beads', arguments.source,
                         arguments.target, '--output', beads['duizhao']], None),
            'other': ([part.format(**fill) for part in arguments.other], None if writes else beads['other']),
        }
        measured = {name: [] for name in commands}
        for _ in range(arguments.runs):
            for name, (command, output) in commands.items():
                measured[name].append(run(command, output))
        print(f'{"":8} {"seconds: least":>15} {"median":>8} {"most":>8} {"peak MB":>9}')
        for name, runs in measured.items():
            seconds = [each[0] for each in runs]
            print(f'{name:8} {min(seconds):15.3f} {statistics.median(seconds):8.3f} {max(seconds):8.3f} '
                  f'{max(each[1] for each in runs):9.0f}')
        ratio = statistics.median(b[0] / a[0] for a, b in zip(measured['duizhao'], measured['other']))
        print(f'other / duizhao: {ratio:.2f} times the time (median of {arguments.runs} pairs of runs)')
        if arguments.gold:
            for name, path in beads.items():
                print(f'\n{name}')
                sys.stdout.flush()
                subprocess.run([tool, 'eval', arguments.gold, path], check=False)


if __name__ == '__main__':
    main()
