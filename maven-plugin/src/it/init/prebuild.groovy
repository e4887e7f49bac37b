new File(basedir, 'pom.xml').delete()
new File(basedir, 'src').deleteDir()
