/** Words that people in Indonesia use as passwords and that the general list lacks. */
export const indonesianPasswords = `
katasandi katakunci sandi rahasia kunci masuk selamat selamatdatang halo apakabar terimakasih
bismillah bismilah bismillahirrahmanirrahim alhamdulillah alhamdulilah assalamualaikum waalaikumsalam subhanallah
masyaallah insyaallah allahuakbar astaghfirullah lailahaillallah muslim muslimah ramadhan lebaran santri pesantren
sholawat istiqomah ikhlas sabar syukur taqwa hidayah barokah barakah mubarok mubarokah jannah surga amanah
sayang sayangku sayangkamu sayangmu sayangmama sayangibu cinta cintaku cintakamu cintamu cintasejati akucinta
akucintakamu akusayangkamu akusayang kangen rindu rinduku kekasih pacarku mantan jodohku istriku suamiku anakku anaksoleh
selamanya bahagia semangat sukses berkah bersama berdua keluarga keluargaku mamapapa papamama ibuku bapakku ayahku
ayahbunda bunda kakakku adikku sahabat sahabatku teman temanku cantik ganteng manis
indonesia indonesiaku indonesiaraya merahputih merdeka garuda pancasila nusantara majapahit sriwijaya
jakarta bandung surabaya semarang yogyakarta jogjakarta malang medan makassar palembang denpasar pekanbaru pontianak
banjarmasin samarinda balikpapan manado jayapura kupang mataram lampung bogor bekasi depok tangerang cirebon tasikmalaya
sukabumi purwokerto pekalongan magelang surakarta madiun kediri jember banyuwangi sidoarjo lombok sumatera sulawesi
kalimantan kucing kelinci gajah harimau merpati elang kupukupu bintang bulan matahari pelangi senja samudera mawar melati
anggrek rumahku sekolah kuliah komputer handphone sepeda sepakbola bulutangkis persib persija persebaya arema
doraemon nobita slank peterpan dangdut satuduatiga senin selasa kamis jumat sabtu minggu januari februari agustus desember
`;
