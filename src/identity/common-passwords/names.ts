/** First names, surnames and clubs that stand in passwords everywhere. */
export const names = `
michael jennifer jessica daniel ashley michelle andrew matthew joshua nicole charlie thomas robert jordan
hannah samantha amanda anthony andrea melissa nicholas benjamin william richard christian christopher
victoria alexander alexandra elizabeth stephanie brandon justin taylor jonathan danielle rebecca rachel
patrick patricia vanessa natalie natasha katherine catherine kimberly lauren jasmine veronica claudia sandra
barbara dennis joseph george steven stephen edward martin oliver sebastian gabriel gabriela isabella sophie
charlotte emily olivia abigail madison megan morgan brittany courtney crystal heather amber angela maria
marina martina monica monique marie mariana marcus marco mario maxwell maverick morris murphy nathan
nelson norman oscar parker peter philip phillip pamela peanut phoenix preston raymond ricardo roberto
rodriguez gonzalez martinez hernandez fernando fernanda francisco francesco francis franklin frankie
frederick garfield geoffrey gerald gilbert gordon gregory harrison harvey heidi helena henry howard hunter
isabel jackson jacob james janice jason jasper jeffrey jeremy jerome jerry jessie joanna joanne johanna
johnny johnson johnston joel jose josephine juliana juliet julian julia julie karina karen katrina kathleen
keith kelly kenneth kevin kristen kristin kristina kyle larry laura lawrence leonard leonardo leslie lewis
linda lindsay lindsey lisa logan lorenzo louise lucas lucky luis madeline manuel marcel margaret maurice
max maxine mercedes miguel mike miles miranda mitchell mohamed mohammed mohammad muhammad muhamad ahmad
abdullah abdul ibrahim ismail yusuf yusof hasan hassan hussein husain umar usman fatimah fatima aisyah
khadijah zainab siti nurul rahmat rahman rizky rizki budi agus dewi putri putra sari wati andi dimas fajar
hendra indra irfan iqbal joko slamet sukarno suharto wahyu yudi yanto eko bambang ratna lestari kartika
melati mawar anisa annisa ayu bayu bagus galih gilang hadi hakim ilham intan kurniawan maulana nugroho
pratama permata rani reza rina rini ridwan santoso setiawan sinta sri susi susanto tono tuti wulan yuni
zahra zaki dian desi dina fitri fitria linda nadia novita sherly stefani tiara vina yulia
chelsea arsenal liverpool barcelona realmadrid madrid juventus milan manchester manutd united everton
celtic rangers benfica porto ajax bayern dortmund persib persija arema persebaya lakers cowboys steelers
yankees redsox eagles packers broncos raiders patriots dolphins giants bulldogs panthers wildcats tigers
lions bears warriors spurs celtics rockets hornets falcons vikings ravens jaguars
`;
