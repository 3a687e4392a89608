/** Words that stand in passwords everywhere, in English and the languages of the great leaks. */
export const words = `
password passwort passwd passord contrasena contraseña motdepasse senha parola haslo wachtwoord geheim
admin administrator root toor user username guest login logon welcome letmein changeme default access master secret
private public system server network computer internet website webmaster website keyboard monitor printer scanner
software hardware notebook program digital electric electronic engineer engineering mechanic machine technology
google facebook youtube yahoo hotmail gmail twitter instagram whatsapp telegram tiktok linkedin microsoft windows apple
iphone samsung nokia ericsson motorola panasonic toshiba siemens philips kenwood logitech packard hewlett presario
compaq gateway pavilion android blackberry playstation nintendo xbox minecraft pokemon pikachu charizard naruto sasuke
vegeta dragonball finalfantasy warcraft starcraft diablo halflife counter counterstrike runescape everquest lineage
football soccer baseball basketball hockey tennis volleyball golf cricket rugby sports skate skater skateboard snowboard
snowboarding surfing surfer swimming swimmer fishing fisherman hunting running racing wrestling wrestler gymnast
gymnastics badminton softball lacrosse bowling boxing karate taekwondo aikido jiujitsu kickboxing marathon champion
champions championship goalkeeper goalie quarterback midfield touchdown homerun slapshot athletic
dragon monkey tiger lion eagle falcon panther cheetah leopard jaguar cougar wolf bear shark dolphin penguin elephant
giraffe hamster kitten kitty puppy poodle labrador rottweiler shepherd dalmatian chihuahua greyhound bulldog pitbull
doggie horse stallion mustang pony unicorn butterfly dragonfly ladybug firefly spider scorpion scorpio tarantula snake
anaconda rattlesnake python cobra viper turtle tortoise crocodile alligator rabbit bunny chicken rooster turkey flamingo
peacock pelican parrot cockatoo hummingbird nightingale blackbird bluebird swallow sparrow squirrel chipmunk raccoon
badger beaver buffalo kangaroo platypus chimpanzee gorilla orangutan dinosaur tyrannosaurus velociraptor raptor
mongoose hedgehog porcupine armadillo rhinoceros hippopotamus octopus starfish jellyfish goldfish swordfish barracuda
stingray piranha predator wolverine wildcat werewolf grasshopper mosquito caterpillar cockroach bumblebee hornet
princess princesa prince queen king kingdom emperor empress imperial majestic duchess angel angels archangel heaven devil
demon ghost vampire dracula frankenstein zombie wizard sorcerer warlock witchcraft warrior gladiator barbarian samurai
ninja knight soldier marine marines commando infantry airborne airforce military sergeant lieutenant commander general
captain colonel admiral president director manager detective policeman fireman firefighter engineer architect carpenter
plumber electrician mechanic scientist professor teacher student graduate college university academy doctor dentist
nurse lawyer attorney accountant secretary assistant salesman musician drummer guitarist composer photographer
photography designer publisher journalist writer painter artist dancer ballerina actress magician assassin executioner
mercenary renegade outlaw bandit gangster criminal prisoner hitman hooligan pirate pirates buccaneer viking cowboy
cowgirl playboy playmate bachelor champion challenger contender crusader templar paladin guardian protector avenger
defender destroyer terminator predator punisher undertaker eliminator dominator gladiator conqueror liberator navigator
explorer voyager traveler traveller wanderer adventure adventurer pioneer survivor
superman batman spiderman wolverine ironman catwoman superhero supergirl superstar superwoman aquaman deadpool daredevil
starwars startrek stargate starship skywalker chewbacca darthvader obiwan kenobi padawan yoda anakin lightsaber enterprise
voyager picard spock klingon gandalf frodo bilbo baggins aragorn legolas gollum tolkien silmarillion matrix neo morpheus
trinity terminator harrypotter hermione dumbledore voldemort hogwarts gryffindor slytherin quidditch simpsons bartsimpson
homersimpson southpark cartman spongebob patrickstar squidward garfield snoopy woodstock charliebrown mickeymouse
donaldduck minniemouse tinkerbell peterpan cinderella pinocchio aladdin pocahontas lionking hakunamatata winniethepooh
poohbear piglet eeyore tigger bugsbunny tweety sylvester roadrunner scoobydoo flintstone popeye asterix obelix tintin
pinkpanther supernatural twilight highlander excalibur camelot lancelot guinevere sherlock sherlockholmes jamesbond
goldeneye goldfinger moneypenny godfather scarface casablanca titanic braveheart gladiator transformers optimusprime
megatron godzilla kingkong jurassic jurassicpark beetlejuice ghostbusters ghostbuster
sunshine moonlight moonshine starlight daylight twilight sunrise sunset sundance sunflower sunflowers summer winter spring
autumn september october november december january february monday tuesday wednesday thursday friday saturday sunday
weekend holiday holidays vacation birthday christmas halloween valentine valentines thanksgiving anniversary tomorrow
yesterday midnight afternoon evening morning millennium century
flower flowers rose roses lily daisy jasmine orchid tulip lavender magnolia gardenia marigold dandelion hibiscus
chrysanthemum carnation rosemary rosebud bluebell strawberry strawberries blueberry raspberry blackberry cranberry
pineapple watermelon tangerine nectarine clementine mandarin grapefruit pomegranate avocado apricot coconut chestnut
walnut hazelnut peanut peanuts banana bananas orange cherry apple apples peach peaches mango lemon lemonade tomato tomatoes
potato potatoes broccoli cucumber asparagus artichoke mushroom mushrooms radish pumpkin zucchini cauliflower carrot
chocolate chocolat cookie cookies candy sugar honey caramel butterscotch marshmallow gingerbread cinnamon vanilla
peppermint spearmint licorice lollipop bubblegum popsicle icecream milkshake cheesecake shortcake cupcake cupcakes
pancake pancakes muffin brownie biscuit sandwich hamburger cheeseburger hotdog pizza spaghetti macaroni lasagna ravioli
meatball meatloaf sausage bratwurst pepperoni mozzarella parmesan cheese butter pepper ginger jalapeno habanero burrito
enchilada tortilla guacamole popcorn pretzel doughnut croissant baguette breakfast barbecue restaurant kitchen coffee
espresso cappuccino starbucks cocacola pepsicola drpepper mountaindew budweiser heineken guinness corona carlsberg
smirnoff bacardi absolut whiskey tequila margarita martini champagne cocktail marlboro cigarette marijuana cannabis
rainbow rainbows thunder thunderbird lightning storm tornado hurricane typhoon tsunami avalanche earthquake volcano
blizzard snowflake snowball snowman iceberg glacier mountain mountains everest waterfall ocean pacific atlantic atlantis
caribbean mediterranean island paradise universe galaxy andromeda supernova asteroid satellite astronaut spaceman
spaceship discovery challenger columbia endeavour apollo gemini mercury venus jupiter saturn neptune uranus pluto
aquarius capricorn sagittarius scorpion libra taurus virgo leo pisces aries cancer horoscope zodiac
diamond diamonds crystal silver golden gold platinum titanium chromium uranium plutonium sapphire emerald amethyst
turquoise obsidian moonstone treasure jewelry fortune million millions millionaire billionaire dollar dollars
iloveyou iloveu iloveme ilovehim iloveher ilovegod ilovemom ilovejesus iloveyousomuch teamo tequiero jetaime ichliebedich
loveyou loveyous loveme lover lovers lovely beloved romance romantic romeo juliet passion passionate affection
sweetheart sweethearts sweetie sweetpea sweetness sugarpie honeybee honeybunny pumpkin cupcake darling babygirl babyboy
babydoll babyface babycakes beautiful beauty gorgeous pretty handsome attractive cutiepie sexygirl sexybitch sexylady
hotstuff hottie cuddles snuggles huggies kisses kissme hugsandkisses
together forever always eternity eternal infinity infinite immortal destiny dream dreams dreamer dreaming fantasy
imagination inspiration happiness sadness loneliness lonely friend friends friendly friendship bestfriend bestfriends
girlfriend boyfriend husband marriage married wedding family families mother father mommy daddy mama papa grandma
grandpa grandmother grandfather sister sisters brother brothers daughter cousin children babies
jesus jesuschrist christ christian christians god godisgood godislove godbless goddess blessed blessing blessings faith
hope grace mercy bible heaven heavenly church cathedral gospel salvation hallelujah alleluia amazinggrace holyspirit
trinity disciple prophet messiah nazareth bethlehem jerusalem hosanna genesis exodus deuteronomy corinthians
ephesians philippians revelation proverbs ecclesiastes lutheran methodist catholic presbyterian evangelical
trustno trustme nothing something anything everything everyone everybody someone somebody nobody nowhere whatever whoever
wherever whenever forgotten forgetit forgetme remember rememberme remembered letmesee enterpassword mypassword
password newpassword nopassword yourpassword thepassword mypass newpass passme dontforget dontknow idontknow
dontcare idontcare whocares whatsup whatthe whatthefuck holyshit ohmygod comeon letsgo justdoit goodbye farewell
fuckyou fuckoff fuckme fucker fuckers fucking asshole assholes bullshit shithead dickhead bastard bitches motherfucker
cocksucker blowjob blowjobs handjob bigdick bigcock bigtits bigboobs hardcore softcore pornstar pornography erotic
erotica orgasm masturbate masturbation pussycat pussies penetration intercourse threesome swingers swinger fetish
bondage mistress submissive dominatrix stripper stockings panties lingerie naughty virginity lesbian lesbians
transexual bisexual homosexual girlsgirls nipples vagina clitoris testicles buttfuck analsex cumshot cumshots creampie
freedom liberty justice independence independent revolution revolutionary democracy democrat republic republican
communist anarchist anarchy constitution government america american americana united unitedstates canada canadian
mexico mexican brazil brasil brazilian argentina colombia venezuela portugal portuguese england english britain
british scotland scottish ireland irish wales welsh france french paris germany german berlin deutschland hamburg munich
frankfurt bavaria austria salzburg switzerland holland netherlands amsterdam rotterdam belgium brussels denmark
copenhagen norway sweden stockholm finland helsinki iceland russia russian moscow poland warsaw hungary budapest
romania bucharest bulgaria yugoslavia croatia slovenia slovakia czechoslovakia ukraine lithuania estonia greece athens
turkey istanbul galatasaray fenerbahce besiktas trabzonspor israel jerusalem palestine lebanon egypt morocco nigeria
southafrica australia australian melbourne brisbane adelaide tasmania queensland sydney newzealand auckland wellington
china chinese shanghai beijing hongkong taiwan japan japanese tokyo yokohama osaka korea korean thailand bangkok
vietnam vietnamese philippines filipino pilipinas pinoyako manila pakistan bangladesh srilanka india indian mumbai
bangalore hyderabad calcutta italia italian italy milano napoli firenze sicilia spain espana español barcelona madrid
sevilla valencia bahamas bermuda jamaica jamaican hawaii hawaiian alaska alabama arizona arkansas california carolina
colorado connecticut delaware florida georgia illinois indiana kentucky louisiana maryland massachusetts michigan
minnesota mississippi missouri montana nebraska nevada newjersey newmexico newyork newyorkcity northcarolina
southcarolina northdakota oklahoma oregon pennsylvania tennessee texas vermont virginia washington wisconsin wyoming
chicago boston dallas houston denver detroit seattle portland sacramento sanfrancisco sandiego losangeles hollywood
lasvegas philadelphia pittsburgh cleveland cincinnati columbus milwaukee minneapolis baltimore charlotte memphis
nashville neworleans jacksonville savannah charleston richmond brooklyn manhattan longisland baltimore anaheim
hamilton kingston montreal toronto vancouver edmonton winnipeg calgary ottawa liverpool manchester birmingham newcastle
sheffield nottingham leicester southampton portsmouth brighton blackburn blackpool sunderland middlesbrough aberdeen
edinburgh glasgow cambridge oxford yorkshire westminster wimbledon waterloo
mercedes mercedesbenz ferrari lamborghini porsche corvette mustang camaro charger challenger chevy chevrolet chevelle
silverado suburban cadillac escalade eldorado oldsmobile pontiac firebird transam plymouth barracuda roadrunner chrysler
dodge dodgeram durango dakota cherokee wrangler jeepster explorer expedition thunderbird lincoln continental navigator
toyota corolla camry celica supra tacoma tundra landcruiser landrover rangerover discovery honda accord civic prelude
integra yamaha kawasaki suzuki hayabusa ducati harley harleydavidson davidson triumph sportster softail kenworth peterbilt
nissan skyline infiniti mazda subaru impreza mitsubishi lancer eclipse volvo volkswagen beetle jetta passat scirocco
quattro bentley rollsroyce maserati bugatti astonmartin lotus peugeot renault citroen motorcycle motorbike motocross
hotrod lowrider racecar speedway drifting speedracer bicycle mountainbike helicopter airplane aircraft spitfire
messerschmitt tomcat blackhawk concorde submarine battleship sailboat powerboat locomotive railroad
hello hellohello helloworld hellothere hellokitty goodbye goodluck goodmorning goodnight goodtimes goodlife lifeisgood
happy happyday happydays happiness smile smiley lucky luckyone luckydog luckycharm awesome amazing wonderful fantastic
incredible excellent perfect special precious priceless magic magical mystery mystical mysterious brilliant genius
intelligent professional personal important different difficult impossible possible success successful victory
victorious triumph champion winner winners loser losers number numberone ultimate supreme superior maximum minimum
extreme radical original classic standard economic business marketing consultant consulting insurance financial
investment property security management international national corporate company enterprises production productions
communication communications information knowledge education philosophy psychology biology chemistry physics
mathematics geography history science language spanish grammar dictionary encyclopedia literature shakespeare
purple yellow orange green black white blackwhite red blue pink silver scarlet violet crimson burgundy turquoise aquamarine
metallica megadeth slayer anthrax ironmaiden judaspriest blacksabbath deeppurple ledzeppelin zeppelin pinkfloyd
thedoors rollingstones beatles thebeatles nirvana pearljam soundgarden aliceinchains smashing slipknot linkinpark
limpbizkit korn deftones disturbed godsmack systemofadown rammstein marilynmanson nineinchnails greenday blink offspring
rancid pennywise badreligion ramones sexpistols coldplay radiohead depechemode eminem slimshady fiftycent snoopdogg
tupac tupacshakur makaveli notorious wutang wutangclan thuglife gangsta outkast madonna britney britneyspears beyonce
rihanna shakira backstreet backstreetboys nsync westlife onedirection justinbieber jonasbrothers hannahmontana
highschoolmusical mychemicalromance falloutboy tokiohotel evanescence paramore bobmarley rastafari rastaman michaeljackson
elvispresley jimihendrix hendrix clapton stratocaster fender gibson lespaul ibanez guitar guitarra music musica musicman
musiclover drummer percussion saxophone clarinet trombone trumpet keyboard symphony orchestra philharmonic beethoven
mozart amadeus chopin rockstar rocknroll rockandroll hiphop techno trance reggae heavymetal punkrock
test testing tester sample example temp temporary demo qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm
abc abcd abcde abcdef pass security secure control backdoor firewall hacker hackers cracker phreak trojan explorer
navigator netscape wireless broadband bluetooth database developer programmer javascript linux ubuntu redhat slackware
macintosh oracle cisco solaris pentium thinkpad laserjet deskjet
einstein newton galileo copernicus leonardo davinci michelangelo rembrandt picasso vangogh voltaire socrates aristotle
napoleon bonaparte alexander caesar cleopatra hannibal hercules achilles odysseus poseidon aphrodite artemis athena zeus
thor loki ragnarok valhalla valkyrie phoenix pegasus centaur minotaur cerberus cyclops leviathan behemoth armageddon
apocalypse holocaust nightmare darkness darkangel darkside darklord darkstar blackout blackjack blackman blackcat blackdog
whiteboy whitey redneck redskin redskins bluemoon greenbay goldstar silverfox ironhorse stonewall
skeleton skull graveyard cemetery vengeance revenge insanity psycho psychotic maniac lunatic crackhead pothead alcoholic
stranger beefcake meathead butthead knucklehead chucklehead
scrapper slammer stinger stalker hustler wrestler trickster gangster youngster hamster lobster monster mobster youngblood
`;
