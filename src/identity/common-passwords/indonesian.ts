/** Words that stand in passwords in Indonesia. */
export const indonesian = `
katasandi katakunci sandi rahasia kunci masuk selamat selamatdatang halo apakabar terimakasih
bismillah bismilah bismillahirrahmanirrahim alhamdulillah alhamdulilah assalamualaikum waalaikumsalam subhanallah
masyaallah insyaallah insyaalloh allahuakbar allohuakbar astaghfirullah astagfirullah lailahaillallah laailahaillallah
allah alloh muslim muslimah islam ramadhan ramadan idulfitri lebaran santri pesantren ustadz hafidz quran alquran sholat
shalat sholawat shalawat istiqomah istiqamah ikhlas sabar syukur taqwa tawakal hidayah barokah barakah mubarok mubarak
mubarokah jannah firdaus surga amanah hijrah habibie habibi habibah nahdlatul muhammadiyah
sayang sayangku sayangkamu sayangmu sayangmama sayangibu sayangselamanya cinta cintaku cintakamu cintamu cintasejati
cintaallah cintailahi cintadamai akucinta akucintakamu akusayangkamu akucintadia akusayang kangen rindu rinduku kekasih
pacarku pacar mantan mantanku jodohku jodoh istriku suamiku suami anakku anakanak anaksoleh selamanya selalu bahagia
semangat sukses suksesselalu berkah bersama berdua keluarga keluargaku keluargabahagia mamapapa papamama mamaku papaku
mamahpapah ibuku bapakku ayahku ayahbunda ayahibu bunda ibunda emakku kakakku adikku sahabat sahabatku sahabatsejati
teman temanku kawan cantik cantikku ganteng gantengku manis manisku imut lucu jelek bodoh gila bajingan bangsat kampret
anjing anjinglu kontol memek ngentot jancok jancuk asu goblok tolol babi monyet setan iblis
indonesia indonesiaku indonesiaraya merahputih merdeka garuda pancasila nusantara tanahair majapahit sriwijaya mataram
jakarta bandung surabaya semarang yogyakarta jogjakarta jogja malang medan makassar palembang denpasar padang pekanbaru
pontianak banjarmasin samarinda balikpapan manado ambon jayapura kupang mataram lampung bogor bekasi depok tangerang
cirebon tasikmalaya sukabumi purwokerto pekalongan tegal kudus jepara magelang surakarta madiun kediri blitar jember
banyuwangi sidoarjo gresik madura bali lombok sumatra sumatera sulawesi kalimantan papua jawa jawabarat jawatimur
jawatengah sunda minang batak betawi malaysia kualalumpur singapore singapura brunei arab mekah makkah madinah
kucing kelinci gajah harimau merpati elang kupukupu lumba burung kuda naga macan singa ikan ayam kambing
bintang bulan matahari pelangi hujan senja langit samudra samudera gunung pantai laut angin bunga mawar melati anggrek
kamboja cempaka kenanga dahlia teratai merah putih kuning hijau biru hitam ungu
rumah rumahku sekolah kuliah kampus kantor kerja usaha bisnis uang duit kaya jutawan rejeki rezeki komputer handphone
hape motor mobil sepeda bola sepakbola bolabasket bulutangkis pancing mancing
persib persibday bobotoh viking persija jakmania persebaya bonek arema aremania singoedan persipura psms pssi
doraemon nobita shizuka upinipin slank iwanfals ungu noah peterpan dewa padi gigi naif wali armada rhoma dangdut kerispatih
satu satudua satuduatiga duatiga pertama nomorsatu seribu sejuta
senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november
desember
`;
