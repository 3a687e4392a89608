/** First names, surnames and clubs that stand in passwords everywhere. */
export const names = `
michael michaela micheal michelle jennifer jessica daniel daniela danielle daniels ashley matthew joshua nicole nicolas
nicholas charlie charles charlotte charlene thomas robert roberta roberto robertson jordan hannah samantha samuel amanda
anthony antonio antonia antoine andrea andreas andrei andrew anderson melissa melanie benjamin william williams williamson
richard richards richardson christian christina christine christopher christophe kristian kristina kristine victoria
victor vincent alexander alexandra alexandre alejandro alejandra elizabeth elisabeth isabella isabelle gabriel gabriela
gabriella gabrielle stephanie stephen steven stefanie brandon justin justine taylor jonathan johnathan nathaniel nathan
rebecca rachel patrick patricia vanessa natalie natasha nathalie katherine katharina kathleen kathryn catherine catalina
caterina kimberly lauren laurence lawrence veronica veronika claudia claudine sandra barbara dennis joseph josephine
george georgia georgina edward edwards eduardo martin martina martinez oliver olivier olivia sebastian sophie sophia
abigail madison madeleine madeline emily megan meghan morgan brittany brittney britney courtney crystal heather amber
angela angelina angelica angelika angelique maria mariah mariana marianne marina marjorie monica monika monique mario
marie maxwell maximus maximilian maverick morris morrison murphy nelson norman oscar parker peter peterson philip
phillip phillips pamela penelope preston raymond ricardo rodrigo rodriguez rodrigues gonzalez gonzales hernandez
fernando fernanda fernandez francisco francisca francesca francesco francis francois francoise franklin frankie frederick
frederic friedrich ferdinand garfield garrison geoffrey gerald geraldine gilbert giovanni giuseppe gordon graham gregory
griffin guillermo gustavo hamilton harrison harold harvey heidi heinrich helena henry herbert howard hunter isabel
jackson jacob jacqueline jacques james jamie janice jason jasper jeanette jeannie jeffrey jefferson jenkins jeremiah
jeremy jerome jerry jessie joanna joanne johanna johannes john johnny johnson johnston jonas jorge jose juan julian juliana
julianne julie juliet juliette julius justice karen karina katarina katrina keith kelly kenneth kennedy kevin kristen
kristin kristopher kyle larry laura lauren leonard leonardo leopold leslie lewis lincoln linda lindsay lindsey lisa logan
lorenzo lorraine louise lucas lucifer luis mackenzie magdalena makayla malcolm manuel manuela marcel marcelo marcella
marcus marco margaret margarita margarita marguerite mariposa marissa marshall matilda matthias mattias mauricio maurice
max maxine mercedes meredith miguel mike mikayla miles miranda mitchell mohamed mohammed mohammad muhammad muhamad mohamad
ahmad ahmed abdullah abdulla abdul abdulrahman abdelrahman ibrahim ismail yusuf yusof yousef hasan hassan hussein hussain
husain mustafa mahmoud mahmood khalid khaled rashid omar umar usman othman imran kamran salman suleiman sulaiman bilal
fatimah fatima fatma aisyah aisha khadijah zainab zaynab maryam mariam nasreen yasmin yasmine jasmine leila samira nadia
napoleon natalia nikolai nikolas oliveira olivier orlando osborne pacheco palmer pascal patterson pauline paulina pedro
pereira phoebe pierre priscilla prudence quentin raphael rafael raquel rasmus reynolds rhonda robinson rodney roland
ronald ronaldo ronaldinho rosalind rosalinda roxanne rosemarie russell salvador salvatore samson sanchez santiago santana
saunders savannah scarlett sergio shannon sharon sheldon shelby sherman sherwood shirley silvester sylvester silvia
simone simpson sinclair stanley stefano stella stewart stuart sullivan susanna susanne suzanne sylvia tabitha tamara
terence teresa theresa theodore thompson thornton tiffany timothy tobias travis trevor tristan valentin valentina
valentino valerie vasquez victorio virginia vladimir wallace walter warren washington webster wellington wesley whitney
wilhelm willow wilson winston wolfgang xavier yolanda yvonne zachary zacharias
svetlana ekaterina anastasia tatiana valentina vladislav stanislav konstantin alexey aleksandr aleksandra dmitriy
krzysztof agnieszka malgorzata katarzyna magdalena mateusz bartosz wojciech grzegorz przemek
priyanka rajesh rakesh ramesh suresh mahesh ganesh krishna lakshmi saraswati hanuman shivaji sachin sachintendulkar
tendulkar sandeep pradeep kuldeep sunita deepak abhishek aishwarya srinivas venkatesh balaji
siti nurul nurhayati rahmat rahman rahmawati rizky rizki budi budiman agus dewi putri putra sari wati andi dimas fajar
hendra indra irfan iqbal joko slamet sukarno soekarno suharto soeharto jokowi prabowo megawati wahyu yudi yanto eko
bambang ratna lestari kartika kartini melati anisa annisa ayu bayu bagus galih gilang hadi hakim ilham intan kurniawan
maulana nugroho pratama permata permana rani reza rina rini ridwan santoso setiawan sinta sri susi susanto tono tuti
wulan wulandari yuni zahra zaki dian desi dina fitri fitria fitriani nadia novita novitasari puspita puspitasari sherly
stefani tiara vina yulia yuliana hidayat hidayatullah firmansyah ramadhani ramadhan syahputra saputra wijaya gunawan
hermawan hartono purnomo purnama supriyadi suryadi sulistyo handayani maharani anggraini oktaviani febriani apriliani
nababan simanjuntak siregar nasution sihombing situmorang hutapea lubis harahap
chelsea chelseafc arsenal arsenalfc liverpool liverpoolfc barcelona fcbarcelona realmadrid madrid juventus milan acmilan
intermilan internazionale manchester manunited manutd manchesterunited mancity united everton tottenham hotspur westham
newcastle sunderland celtic rangers glasgowrangers benfica sporting porto ajax feyenoord bayern bayernmunchen dortmund
borussia schalke werder hamburgersv olympiakos panathinaikos bocajuniors riverplate flamengo corinthians palmeiras
vasco botafogo fluminense gremio santos saopaulo
beckham davidbeckham ronaldo cristiano cristianoronaldo messi lionelmessi neymar zidane maradona rooney gerrard lampard
kobebryant kobe lebron lebronjames michaeljordan jordan jeter dereksjeter tomlinson schumacher
lakers cowboys steelers yankees redsox whitesox eagles packers broncos raiders patriots dolphins giants bulldogs panthers
wildcats tigers lions bears warriors spurs celtics rockets hornets falcons vikings ravens jaguars longhorns buckeyes
wolverines spartans seminoles gators huskies cardinals mariners dodgers padres braves astros orioles blackhawks redwings
bruins penguins capitals senators canadiens canucks mapleleafs avalanche hurricanes lightning chargers seahawks buccaneers
bengals browns titans saints niners fortyniners trailblazers timberwolves mavericks cavaliers pistons pacers knicks
`;
