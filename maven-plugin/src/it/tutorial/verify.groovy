import dev.cultivar.maven.lab.Walkthrough

def repository = basedir.toPath().resolve('../../../..').normalize()
def downloaded = (new File(basedir, 'pom.xml').text =~ /<downloaded-before>(.*)<\/downloaded-before>/)[0][1]
def maven = Walkthrough.maven(basedir, localRepositoryPath, repository.resolve('maven-plugin/src/it/settings.xml').toFile(), downloaded)
def walk = new Walkthrough(new File(basedir, 'from-empty'), maven).follow(repository.resolve('docs/tutorial.md').toFile())
assert walk.commands() >= 5 && walk.files() >= 3 : "only ${walk.commands()} commands and ${walk.files()} files were found in docs/tutorial.md"
