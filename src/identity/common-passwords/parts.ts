/** Short words that people put together in pairs: `bigdaddy`, `hotstuff`, `bluemoon`. */
export const parts = `
air all angel animal ass baby back bad bag ball band bang bar base bass bay beach bean bear beast beat bed bee beer
bell best big bike bill bird bitch bite black blade blaster block blood bloom blow blue board boat bob body bomb bond
bone book boom boot boss bottle bottom bow box boy brain bread break bright brother brown bubble buck bud bug bull bum
burn bus butt button cake call can candy cap car card care case cash castle cat chain chair charm chat check cheese
cherry chick child chip city class clock cloud club coal coat cobra cock code coffee cold color comet cook cookie cool
copper corn count country cow crack crash crazy cream creek cross crow crown cruise cry cup cute cut cyber dad daddy
damn dance danger dark darling dave dawn day dead death deep deer demon devil diamond dick die dirt dirty disco dog
doggy doll door down dragon dream drive drop drum duck dude dust eagle ear earth east easy eat egg elf end ever evil
eye eyes face fairy faith fall family fan farm fast fat father fear feel fight finger fire fish flame flash flat fly
food fool foot force forest fox frank freak fred free fresh friend frog front fruit fuck full fun funky funny gas gate
ghost giant gift ginger girl girls glass go goat god gold golden good grace grand grape grass gray great green grey
ground gun guy hair half hall hammer hand happy hard hat hawk head heart heat heaven hell hello help her here hero hey
high hill him hip hockey hog hole home honey hood hook hop hope horn horse hot house hunter hurt ice iron island jack
jam jane jazz jet jimmy job joe john joker jump jungle just key kick kid kill killer kim kiss kitty knight lady lake
land last late lazy lead leaf lee left leg lemon letter lick life light line lion lip little live liz load lock lone
long look lord lost loud love lover low luck lucky mad magic mail mama man mark mart master mate max me meat mega men
mercy metal mike milk mind mine mini miss mister moby mom money monkey monster moo moon more mother moto mountain mouse
mouth music my naked name nation new nice night no nose not now nut ocean off oh old on one only open orange out over
pack page paint palm panda pants paper park party pass peace peach pearl pen people pepper pet pick pie pig pimp pin
pink pipe pit pizza place plan planet play player police pony pool poop poor pop porn power pretty prince print pro
pull pumpkin punk pure purple push pussy queen quick rabbit race racer rain ranger rap rat raven razor real rebel red
rich ride rider right ring rise river road rock rocket roll room root rose rough round row royal run runner rush sad
safe sail salt sand save scare school scooter sea seed sex sexy shadow shake shark she sheep shine ship shirt shit shoe
shop short shot show sick side silver sing sister six skate skin skull sky slap sleep slick slim slow small smart smile
smoke smooth snake snap snow soap soccer soft son song sound south space spark speed spell spider spirit spring stan
star stars start state stay steel step stick still stone stop storm strange street strike string strong stuff style
suck sugar suit summer sun sunny super surf sweet swim sword system tail talk tall tan tank tea teen tennis test that
the thing think thumb thunder tiger tight time tiny tip toad toe tom ton tool tooth top touch tough town toy track
train trap tree trick trip truck true trust try turtle twin two ugly up us van velvet view viper voice walk wall war
warm water wave way we web weed week well west wet whale what wheel whip white who wicked wife wild will win wind window
wine wing winner winter wise wish witch wizard wolf woman wonder wood word work world worm wrong yard yellow yes you
young your zero zone zoo aku anak bunda cinta dia gue hati ibu jaya kamu ku love mama papa sayang selalu teman
`;
