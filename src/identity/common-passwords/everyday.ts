/** Longer everyday words, which somebody somewhere always finds clever. */
export const everyday = `
absolute abstract academic accident accurate acoustic activate activity actually addicted addiction adorable advanced
advantage advertise affinity aggressive agriculture airplane airlines alphabet altitude aluminum ambition ambulance
ammunition ancestor andromeda animation antelope antique apartment appetite aquarium archangel argument armchair
arrogant artificial assembly assurance astrology astronomy athletics atmosphere atomic attitude auditor authority
automatic automobile aviation aviator backbone background backpack backspace backstage backward balloons bandicoot
bankrupt barefoot baseline basement battlefield battlestar beginner beginning believer believe benchmark beneficial
birthplace blackbox blackhole blackmagic blacksmith blackstone blackwater bluefish bluegrass blueprint bluesman bobsled
bodybuilder bodyguard bookmark bookworm bracelet brainstorm brigade broadcast broadway brotherhood bulletproof butterball
buttercup butterfly bystander calculus calendar calibra campaign capacity capitalism capuchin caravan cardboard carefree
carnival carousel cartoons casanova cashmere cassette castaway catalyst category celebrate celebrity cellphone celestial
centurion ceramics certified challenge chameleon champagne chandler changes changing chaos character charisma charmed
checkers checkmate chemical cherries cherubim chestnut childhood chivalry cigar cigars cinema circles citadel civilian
classics claymore cleaning clearwater clinical clockwork clubbing coaching coalition cocktail collector collision
colorful colossus combination comedian comfortable comics command comments commerce commodore companion compass
compatible complete complex computers concept concrete condition confidential confused congress connected connection
conquest conscious conspiracy constant construction contact content contest contract contrast convertible cooking
coolness copyright cornerstone corporal corrupted cosmic costarica costume coupling courage courageous coventry
coyotes craftsman creation creative creativity creator creature crescent critical crossbow crossfire crossroads
cruising crusaders crystals cultural currency customer cyclone cylinder dangerous darkhorse darkknight darkstar
deadline deadlock deadwood decision dedicated dedication defiance defiant definitely delicious delivery demolition
departure describe designer desktop desperado desperate detention determined detonator developer deviant devildog
dialogue diameter dictator diehard different digimon dilemma dimension diplomat directory dirtbike disaster disciple
discover discount disorder distance distortion divinity division dominant dominion doomsday doorbell downhill download
downtown dragoon dragster drawing dreamcast driftwood driver drowning drummers dungeon dungeons dynamics dynamite dynasty
earnhardt eastside eastwood echelon eclectic ecstasy effective egyptian eighteen election electron element elements
elevator elevation elegance embassy emotional emotions emissary employee endurance endless energizer enforcer engines
enigma entertainment entrance envelope envision equality equinox erection escape espionage essential estimate evening
evergreen everlast everlasting evidence evolution exchange excellence exception exciting exclusive executive exercise
exotic expedition expensive experience experiment expert explicit exploration explosion explosive express expression
exterior external extraordinary extreme eyeball factory faithful familiar famous fanatic farewell farmland fatality
favorite fearless feather features feelings feminine fidelity fighters figure filipina finance firebird fireball
firebolt fireplace firestorm firewire firework fireworks fishbone fishhead fishtank fitness flashlight flashback flawless
flexible flipside floating florist flounder flower flyfish football footprint foreigner forensic forestry forgiven
formula formula1 fortress forward foundation fountain foxylady fracture fragment framework freckles freedom freefall
freelance freelancer freestyle freezing freight frequency friction friendster frontline frontier frozen fullhouse
fullmoon function funeral furniture fuzzball galactic galleries gallery gambling gangbang gardener gardening gasoline
gateway gazelle generation generator generous gentleman gentle geology geometry getaway gigabyte gigantic gladness
glasses glorious godfather godspeed golden goldenboy goldmine goodfellas goodfood gotohell gotham gothic graceful
graffiti graphics grateful gratitude gravity greenhouse greeneyes greenlantern greenwood greetings grenade groovy
groucho guardians guidance guidebook guillotine gunners gunslinger gymnasium habitat hairball hammerhead handball handyman
happening hardball hardhead hardrock hardwood harmonica harmony harmonic harvest hatchet headache headless headshot
heartbeat heartbreak heartbreaker heartless heather heavyweight helicopter hellfire hellhound hellraiser helpdesk heritage
heroes hesoyam hidden highlander highlife highschool highway hillside himalaya historical hollister holliday hollow homeboy
homecoming homegirl homeless homepage homework honesty honeydew honeymoon honorable hopeful hopeless horizon horseman
hospital hospitality hotchick hotelier hotmama hounddog household hovercraft humanity humility hundred hungry hurricane
hydrogen hypnotic hysteria identity idontcare iguana illegal illuminati illusion illustrated imagine impact impulse
incognito increase indigo industrial industry influence initial injection innocent innovation insider inspector instant
institute instrument integral integrity intelligence intense interact interest interface interior internal interview
intimate intrigue introduction intruder invader invasion invisible invincible ironwood jackpot jackrabbit jaguars
janitor jeepers jellybean jellybeans jobless jokerman journal journey joystick judgement judgment jumpstart junkyard
junkie kamikaze karaoke katana keepout kelinci keystone kickass kickflip kidding killbill killer killzone kindness
kinetic knockout koolaid labyrinth ladyboy lakeside landlord landmark landscape lasombra lastchance latitude laughter
lavender leadership leather lebanese legend legendary legends leisure lemonade letmeinnow levitate liberal library lifeboat
lifeguard lifeless lifesucks lifetime lighthouse limited limousine lionheart lipstick literary livewire location
lockdown locksmith logistics lonestar lonesome lonewolf longhair longhorn longtime loverboy lovebird lovebug lovebirds
loveless loverman lowlife luckyboy luckygirl luckystar lunchbox luxury machine machinehead madhouse madness madmax
maestro magazine magician magnetic magnolia magnum mainland maintain majestic makaveli makelove malboro mammoth manager
mandolin mankind mantra manual marathon marble marketing maritime marksman maroon marriage martian marvelous mascot
massage massive masterchief masterkey mastermind masterpiece material maternity matrixx mattress maturity maximum mechwarrior
medicine medieval meditation medusa megabyte megaman member memorial memories memory menthol merchant meridian mermaid
message metallic metaphor meteor metropolis microbe micron microwave midget midway military milkman millenium minerva
minimal minister ministry minority minstrel miracle miracles mischief misfits mission missions mistake mobility modeling
moderate modern moments momentum monalisa monarch monastery monitor monkeyboy monkeyman monopoly monster monsters
montreal monument moonbeam moonchild moondog moonshine moonwalk morning mortal mortalkombat mosaic motherland motivation
mountaineer mountains mouthful movement movies muhammadali multimedia multiple murderer musical mushroom mystique
mythology namaste nameless napster narcotic nascar national native natural naturally nature nautilus nazgul negative
neighbor nemesis neuron neverland nevermind nevermore newbie newhouse newlife newport newyear nighthawk nightfall
nightmares nightshade nightwing nightwish nineteen nintendo nirvana nofear noodles northern northstar northwest nosferatu
nostalgia nothing1 notebook novelty nowayout nuclear nutcracker nutrition obedient objective oblivion observer obsession
obvious october offense official offshore oldschool olympics olympus omnibus onelove onetime operation operator opinion
opposite optical optimist optimus orange origami orgasm original orlando orphan outback outdoors outlaws outside overdose
overkill overload overlord override overtime paintball painting palomino pancho pandora paradigm paradox paragon parallel
paranoid parasite parkside parliament particle partner passport password passwords pathfinder patience patriot pavement
payback paycheck peaceful peekaboo pegasus peninsula pepperoni performance perfume persian personality perspective
petunia phantom phantoms pharmacy phenomenon philosopher phoenix photoshop physical pianist pictures pimpdaddy pinball
pineapples pinnacle pioneers pipeline pirates pitcher planets platform playball playgirl playground playhouse playstation2
pleasant pleasure plumbing pneumonia poetry pointer poison polarbear polaris policy politics pollution pontiac poohbear
popular population porcelain portable portrait positive possession possible postcard postman potential powerful power
powers practice prayer preacher precision predator premier premium presence president1 pressure pretender prevail
primitive princesses printing priority privacy private probation problem problems process prodigy producer profile
profit progress progressive project promise promises propaganda propeller proposal prosper prosperity prospect prosperous
protect protection protocol prototype provider province provocateur psychedelic psychic publicity pumpkins puppydog
purgatory puzzle pyramid pyromaniac quality quantum quarter queensryche question questions quicksilver quicksand quantum
radiance radical radioman raiders railway rainbow6 raindrop raindrops rainforest rainman rapture rational reaction
reading reality reason rebellion rebirth receiver recovery recruit recycle redeemer redemption redcross reddevil
redeyes redlight redrose redrum reflection reflex refugee register regular reindeer relation relationship relative relax
relentless reliable religion remarkable remedy remember1 remote republica rescue research reserved resident resistance
respect response restless result retired retirement retribution return reverend reverse rhapsody rhythm ricochet
rightnow ringmaster ringside riverside roadhouse roadking roadkill robotics rocketman rockford rocknrolla rollin
romanian romano rootbeer rosebush roulette royalty runaway runescape1 rushmore sabbath sabotage sacred sacrifice safari
safeguard sailormoon salamander salvation sanctuary sanctum sandbox sandman sandstorm sandwich sapphire sarcasm satan
satellite satisfaction saturday savage savannah scandal scarecrow schedule scholar schooner scorpions scottish scrabble
screamer screaming scripture sculpture seafood seahorse seashell seashore seaside seattle secrets secretary1 secretive
security1 segment selection selfish semester semperfi semperfidelis senator seniors seniors sensation sensei sensitive
sentence sentinel sequence serenade serenity serpent seventeen seventh seventy sexmachine sexsexsex sexual shadows
shakespeare1 shamrock sharingan sharpshooter shepherd shinobi shipping shithappens shocker shockwave shooter shooting
shopping shotgun showboat showcase showdown showtime siberian sidekick sidewalk signature silence silencer silent
silverbullet silverfish silverstar similar simplicity singapore singer singing singular sisterhood situation sixteen
skateboarding sketch skillet skillz skittles skydiver skydiving skylight slapstick slavery sleeping sleepless sleepy
slippery smackdown smallville smokey smoking smooth smuggler snickers sniffing snowdrop snowflakes snowwhite sociable
social softail solarium solitaire solitude solution something1 songbird soprano sorrow soulmate soulmates soundwave southern
southpaw southside sovereign spacebar sparkles sparky spawn speaker spectacular spectre spectrum speedy spellbound
spiders spiral spiritual spitfire splendid splinter spotlight springer springfield sprinter stability stained stainless
staircase standing standby stardust stargazer starlite starling startup statement station statistics statue stealth
steelers steelman stephens sterling stewardess stockman stonecold stoneage stoned stoner storage straight strangers
strategy streamer street strength striker striper structure struggle stubborn studying stunning stupid stylish
sublime submission suburban successfull suffering suicidal suicide summers summertime summit sunlight sunburn sundown
superb superfly superior superman1 supermario supernova superpower superstars supervisor supporter suprise surfboard surgeon
surgery surprise surrender survival suspect suspense sweetbaby sweetboy sweetgirl sweetlove sweets switch swimming1
symbol sympathy symptom syndicate syndrome synergy syracuse tactical talisman tamagotchi tangent tarantino target tattoo
tattoos teacher1 teamwork teddybear teenager teenagers telecaster telecom telephone telescope television temperature template
temple temptation tenderness tenerife terminal terrible terrific territory terror terrorist testament testicle textbook
thankyou theater theatre thebest theboss theforce thegreat theking theman theone therapist therapy thesims theworld
thirteen thousand threshold thriller thrasher throne thuggin thunderball thunderbolt thundercat thundercats thursday
ticket tigercat tigerlily tigers timeless timeline timothy1 toasted toaster tobacco together1 tolerance tomahawk tombstone
toolbox toonarmy topsecret torpedo torture touchdown tourist tournament township tractor traffic tragedy trailer training
traitor tranquil transfer transform transit transmission transport trapdoor traveler1 treasurer treatment treehouse
trespass triangle tribal tribute trickster trigger trillium trinidad triple tropical trouble troubles troublemaker truelove
trumpets trustgod tryagain turquoise turtles tuxedo tweety tweetybird twilight1 twisted twister tyrant ukulele ultimate1
ultraman umbrella unbelievable unbreakable underdog underground underwater underwear underworld unforgiven unicorns uniform
union unique united universal universe unknown unlimited unreal unstoppable uptown urban utopia vacuum valencia valiant
valkyrie valley vampires vandal vanguard vanilla variable vegetable vehicle velocity vendetta vengeance venomous ventura
verbatim versace vertical vertigo veteran viagra vibration vicious vietnam village vincent1 violence violent violin
virtual vision visitor vitamin vodka voltage volunteer voodoo vortex voyage voyeur vulture warehouse warfare warhammer
warhawk warlock warlords warning warranty warriors1 wasted watchdog watchman waterboy watermelon waterpolo wealthy weapon
weather wednesday weeping welcome1 westcoast westside wheeler wheelman whirlwind whisper whispers whistler whitecat
whitedog whitehouse whitestar whitetiger widescreen wilderness wildfire wildflower wildlife wildman wildrose wildwood
wildthing windmill windsong windsurf windsurfer winston1 wireless wiseguy withlove wolfpack wonderboy wonderful1 wonderland
woodland woodstock woodwind workshop workout worldcup worldwar worldwide wormhole worship worthless wrangler wrestler
xylophone yamahar1 yankee yeahbaby yearbook yellowstone yesterday younggun youngster yourmama yourmom yourself zeppelin
zerocool zigzag zildjian zimbabwe zoology
`;
