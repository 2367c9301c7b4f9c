# Rekap PPKS dan angka untuk akreditasi.

recap-page =
    <b>Rekap PPKS</b>
    Klien menurut jenis PPKS, jenis kelamin, dan umur.
    { $period }
recap-page-served = Dihitung: semua yang dilayani pada masa itu.
recap-page-new = Dihitung: kasus yang dibuka pada masa itu.
recap-page-masked = Untuk keluar lembaga: angka 1 sampai 4 ditulis “kurang dari 5”, supaya tidak menunjuk orang.
recap-page-unmasked = ⚠️ Untuk dalam lembaga: semua angka apa adanya. Jangan dikirim ke luar.
recap-page-columns = Kelompok umur dan kolomnya diatur lembaga Anda. Kolom resmi suatu dinas tidak kami ketahui; sesuaikan dengan yang diminta.
button-recap-served = Hitung semua yang dilayani
button-recap-new = Hitung kasus baru saja
button-recap-mask = Samarkan angka kecil
button-recap-unmask = Tulis semua angka
button-recap-columns = ⚙️ Kelompok umur dan kolom
button-period-month = Bulan
button-period-semester = Semester
button-period-year = Tahun

recap-columns-page =
    <b>Kelompok umur dan kolom rekap</b>
    { $bands }
button-recap-bands = ✏️ Ganti kelompok umur
recap-switch-bySex = Laki-laki dan perempuan terpisah
recap-switch-groups = Kolom kelompok dan masyarakat
recap-switch-emptyRows = Tulis juga jenis yang kosong
recap-bands-ask = Umur berapa saja awal tiap kelompok? Tulis berurutan mulai dari 0, misalnya <code>0, 6, 13, 18, 60</code>.
recap-bands-unclear = Tulis umur awal tiap kelompok, berurutan mulai dari 0, dua sampai { $most } angka. Misalnya: 0, 6, 13, 18, 60.
recap-kept = Tersimpan. Rekap berikutnya memakai kelompok umur ini.

recap-title = Rekap PPKS
recap-kind = Jenis PPKS
recap-kind-unknown = Belum dicatat
recap-sum = Jumlah
recap-band = { $from }–{ $to } th
recap-band-open = { $from }+ th
recap-sex-male = L
recap-sex-female = P
recap-column-groups = Kelompok
recap-column-unknown = Tidak tercatat
recap-period = Masa
recap-counted = Yang dihitung
recap-counts-served = Klien yang kasusnya terbuka pada masa itu, walau sebentar
recap-counts-new = Klien yang kasusnya dibuka pada masa itu
recap-age = Umur
recap-age-text = Pada hari terakhir masa itu, atau saat kasus ditutup bila lebih dulu
recap-family = Keluarga
recap-family-text = Dihitung satu, menurut kepala keluarganya
recap-number = Jumlah klien
recap-small = Angka kecil
recap-masked = Angka 1 sampai 4 ditulis <5, dan angka yang bisa membukanya ikut ditutup. Angka 0 ditulis apa adanya.
recap-unmasked = Ditulis apa adanya. Hanya untuk dalam lembaga.
recap-columns = Kolom
recap-columns-text = Diatur lembaga ini. Bukan formulir resmi.
recap-outside = Angka kecil disamarkan
recap-inside = Hanya untuk dalam lembaga
recap-signs = Pimpinan lembaga

accreditation-page =
    <b>Angka untuk akreditasi</b>
    Klien, staf, pelayanan per bulan, dan hasil, dihitung dari catatan kasus. Tanpa nama.
    { $period }
accreditation-page-standing = Instrumen akreditasi LKS sendiri tidak kami miliki, jadi ini bukan formulir resmi: angka yang biasanya ditanyakan, untuk disalin ke formulirnya. Isinya semua angka apa adanya, untuk asesor yang datang.
button-figures-names = Excel dengan nama staf
accreditation-title = Angka untuk akreditasi lembaga
accreditation-standing = Kedudukan
accreditation-standing-text = Bukan formulir resmi. Enam standar akreditasi LKS disebut Kepala BALKS di media (program, proses pelayanan, manajemen organisasi, SDM, sarana-prasarana, hasil pelayanan); instrumennya tidak dibaca.
accreditation-not-here = Tidak ada di sini
accreditation-not-here-text = Manajemen organisasi dan sarana-prasarana: catatan kasus tidak memuatnya.
accreditation-clients = Klien menurut jenis dan keadaan
accreditation-level = Tingkat: { $level }
accreditation-count-served = Dilayani
accreditation-count-opened = Baru
accreditation-count-open = Masih terbuka
accreditation-count-closed = Ditutup
accreditation-staff = Staf
accreditation-member = Staf
accreditation-staff-roles = Peran
accreditation-staff-since = Sejak
accreditation-staff-str = STR
accreditation-staff-str-until = Berlaku sampai
accreditation-staff-certificates = Sertifikat
accreditation-staff-cases = Kasus terbuka
accreditation-staff-supervisions = Supervisi
accreditation-str-valid = berlaku
accreditation-str-expired = habis masa berlakunya
accreditation-str-undated = dicatat tanpa tanggal
accreditation-str-not-recorded = belum dicatat
accreditation-str-none-needed = tidak perlu
accreditation-services = Pelayanan per bulan
accreditation-month = Bulan
accreditation-month-opened = Kasus baru
accreditation-month-closed = Ditutup
accreditation-month-sessions = Sesi
accreditation-month-plans = Rencana
accreditation-month-evaluations = Evaluasi
accreditation-month-referrals = Rujukan
accreditation-month-aftercare = Bimbingan lanjut
accreditation-results = Hasil pelayanan
accreditation-result = Hasil
accreditation-result-evaluated = Evaluasi
accreditation-result-meanScore = Rerata skor T (50 berarti sesuai harapan)
accreditation-result-goals = Tujuan yang dinilai
accreditation-result-goalsAsExpected = Tujuan tercapai sesuai harapan atau lebih
accreditation-result-referrals = Rujukan
accreditation-result-referralsAnswered = Rujukan yang dijawab
accreditation-result-closed = Kasus ditutup
accreditation-result-terminated = Ditutup karena layanan selesai
