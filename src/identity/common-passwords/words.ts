/** Words that stand in passwords everywhere, in English, Indonesian and the languages of the great leaks. */
export const words = `
password passwort passwd passord contrasena contraseña motdepasse senha parola haslo wachtwoord katasandi
katakunci sandi rahasia kunci admin administrator root toor user username guest login logon welcome letmein
changeme default access master secret private public system server network computer internet website
google facebook youtube yahoo hotmail gmail twitter instagram whatsapp telegram tiktok linkedin microsoft
windows apple iphone samsung nokia android blackberry playstation nintendo xbox minecraft pokemon naruto
football soccer baseball basketball hockey tennis volleyball golf cricket rugby sports skate skateboard
snowboard surfing swimming fishing hunting running racing racecar dragon monkey tiger lion eagle falcon
panther cheetah leopard jaguar wolf bear shark dolphin penguin elephant giraffe hamster kitten kitty puppy
doggie horse pony unicorn butterfly dragonfly ladybug spider scorpion snake turtle rabbit bunny chicken
princess princesa prince queen king angel angels heaven devil demon ghost vampire wizard warrior knight
soldier sniper killer hunter hacker ninja samurai pirate legend hero superman batman spiderman wolverine
ironman starwars startrek skywalker gandalf matrix terminator harrypotter hogwarts
sunshine moonlight starlight sunrise sunset summer winter spring autumn flower rose lily daisy jasmine
orchid tulip sunflower rainbow rainbows thunder lightning storm snow rain cloud ocean river mountain forest
diamond crystal silver golden gold platinum emerald sapphire ruby pearl
chocolate cookie cookies candy sugar honey banana apple orange cherry strawberry blueberry pineapple peach
mango lemon coffee cheese butter pepper ginger cinnamon vanilla pizza hamburger pancake cupcake muffin
iloveyou iloveu ilove loveyou loveme lover lovers lovely love babygirl babyboy baby sweetheart sweetie
sweet beautiful beauty pretty sexy darling forever together friend friends friendship bestfriend family
mother father sister brother mommy daddy mama papa grandma jesus jesuschrist christ god godisgood
blessed faith hope grace mercy bible heaven church trustno trustme nothing something anything everything
whatever whoever fuckyou fuckoff asshole bullshit bitch pussy bastard motherfucker
freedom liberty america american canada mexico brazil brasil argentina england london britain scotland
ireland france paris germany berlin deutschland italia italy spain espana portugal holland amsterdam russia
moscow china japan tokyo korea india pakistan australia sydney newyork california florida texas chicago
boston dallas houston denver seattle miami hollywood
indonesia jakarta bandung surabaya semarang yogyakarta jogja medan makassar palembang denpasar bali lombok
sumatra sulawesi kalimantan papua nusantara garuda merdeka pancasila malaysia singapore malaysia brunei
bismillah bismilah alhamdulillah alhamdulilah assalamualaikum subhanallah masyaallah insyaallah allahuakbar
astaghfirullah allah muslim islam ramadhan ramadan mubarok mubarokah barokah barakah sayang sayangku sayangkamu
cinta cintaku cintakamu akucinta kamu selamanya bahagia keluarga keluargaku mamapapa papamama ibuku bapakku
ayahku ayahbunda bunda ibunda doraemon cantik ganteng kucing anjing kelinci gajah harimau merpati bintang
bulan matahari pelangi hujan senja langit samudra gunung sekolah semangat sukses
mercedes ferrari porsche corvette mustang camaro charger chevy chevrolet toyota honda yamaha kawasaki
suzuki ducati harley nissan mazda subaru volvo audi bentley jaguar
hello helloworld hellokitty goodbye goodluck goodmorning happy happiness smile smiley lucky luckyone
awesome amazing wonderful perfect special precious magic mystery destiny dream dreams dreamer paradise
purple yellow orange green black white blackwhite red blue pink silver scarlet violet
metallica nirvana slipknot linkinpark eminem greenday blink rockstar rocknroll guitar music musica drummer
piano trumpet guitarra
test testing tester sample example temp temporary demo qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn
zxcvbnm abc abcd abcde abcdef pass pass1234 secure security
`;
