import dev.cultivar.maven.lab.StandInLab
import dev.cultivar.maven.lab.Walkthrough

def repository = basedir.toPath().resolve('../../../..').normalize()
def downloaded = (new File(basedir, 'pom.xml').text =~ /<downloaded-before>(.*)<\/downloaded-before>/)[0][1]
def maven = Walkthrough.maven(basedir, localRepositoryPath, repository.resolve('maven-plugin/src/it/settings.xml').toFile(), downloaded)

StandInLab.open(StandInLab.Fate.EXPIRES).withCloseable { lab ->
    def walk = new Walkthrough(new File(basedir, 'from-empty'), maven)
        .at('https://api.openai.com', lab.address())
        .at('https://api.anthropic.com', lab.address())
        .at('http://gpu-box:8000', lab.address() + '/box')
        .with('OPENAI_API_KEY', StandInLab.KEY)
        .with('ANTHROPIC_API_KEY', StandInLab.KEY)
        .vllm(lab.address())
        .follow(repository.resolve('docs/operations.md').toFile())
    assert walk.commands() >= 10 && walk.files() == 3 : "only ${walk.commands()} commands and ${walk.files()} files were found in docs/operations.md"
}
