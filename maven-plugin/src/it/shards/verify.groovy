def log = new File(basedir, 'build.log').text

// 8 answers and their judgements, 4 cells dealt out evenly.
assert log.contains('8 answers written to ')
assert (log =~ /one\.jsonl: 8 new answers, 0 known ones, 0 that differ/)
assert (log =~ /two\.jsonl: 8 new answers, 0 known ones, 0 that differ/)
assert log.contains('1 gate passes over 4 cells')
assert log.contains('16 answers, the oldest of ')
assert (log =~ /one\.jsonl: 0 new answers, 8 known ones, 0 that differ/)
assert log.contains('Only part of the planned cells was asked')
assert log.contains('asks built-in models only, which need no batch')
assert log.contains('16 answers unused since 2999-01-01 deleted.')
assert log.contains('replay found no stored answer of perfect-DK')
