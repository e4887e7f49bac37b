import dev.cultivar.maven.lab.StandInLab

def lab = StandInLab.open()
context.put('lab', lab)
def resources = new File(basedir, 'src/test/resources')
resources.mkdirs()
new File(resources, 'cultivar.yaml').text = """
endpoints:
  lab: {base-url: "${lab.address()}/v1", key-env: LAB_KEY, retries: 0}
models:
  speaker: {endpoint: lab, max-tokens: 1000}
  translator: {endpoint: lab}
judge: {endpoint: lab, model: judge, max-tokens: 200, reliability: 1.0}
"""
true
