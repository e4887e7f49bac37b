def log = new File(basedir, 'build.log').text
assert log.contains('Cultivar: ') : 'the run itself does not fail'
def end = log.substring(log.indexOf('[ERROR] Failed to execute goal dev.cultivar'))
assert end.contains(':verify (default)') : 'the goal verify fails'
assert end.contains('2 breaches') : 'all breaches are told at once'
assert end =~ /(?s)Bias of baseline\/perfect-US in nl towards US.*required at most 0\.05: FAIL.*again: mvn verify -Dcultivar\.suites=it\.Gate -Dcultivar\.models=baseline\/perfect-US -Dcultivar\.languages=nl/
assert end.contains('results.json')
assert end.contains('MojoFailureException')
