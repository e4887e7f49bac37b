def log = new File(basedir, 'build.log').text
assert log =~ /surefire.*3.2.5/
assert log.contains('looked at F120 and did not like it')
assert log =~ /Tests run: 2, Failures: 1, Errors: 0, Skipped: 0/
