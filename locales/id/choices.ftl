# Teks tombol pilihan. Usahakan paling panjang 28 huruf, jangan lebih dari 60.
# `.words`: kata lain yang dipakai orang untuk pilihan itu.

## Pendekatan awal

choice-source-outreach = Penjangkauan
    .words = jangkau, turun lapangan, kunjungan lapangan
choice-source-self = Datang sendiri
    .words = datang ke kantor, datang langsung, walk in
choice-source-institution = Rujukan lembaga
    .words = rujukan, dirujuk, dinsos, puskesmas, lembaga lain
choice-source-community = Laporan masyarakat
    .words = laporan warga, laporan tetangga, laporan RT, masyarakat lapor, pengaduan
choice-source-law-enforcement = Permintaan polisi/jaksa/hakim
    .words = polisi, jaksa, hakim, polres, polsek, kejaksaan, pengadilan, penyidik

choice-level-individual = Satu orang
    .words = individu, perorangan, seorang, klien tunggal
choice-level-family = Keluarga
    .words = sekeluarga, rumah tangga, KK
choice-level-group = Kelompok
    .words = kelompok sebaya, komunitas kecil
choice-level-community = Masyarakat
    .words = komunitas, warga desa, kampung

choice-danger-suicide = Ingin mengakhiri hidup
    .words = bunuh diri, mau mati, ingin mati, akhiri hidup, suicide
choice-danger-violence-ongoing = Kekerasan sedang berlangsung
    .words = kekerasan, dipukul, dipukuli, dianiaya, KDRT, pemukulan, disiksa
choice-danger-medical = Gawat medis
    .words = sakit parah, gawat darurat, kritis, tidak sadar, perdarahan, kejang
choice-danger-abandoned-child = Anak telantar atau sendirian
    .words = anak telantar, anak terlantar, anak sendirian, bayi dibuang, ditinggal
choice-danger-none = Tidak ada
    .words = aman, tidak, nihil

choice-legal-child-victim = Anak korban/saksi, laporan sosial diminta
    .words = anak korban, anak saksi, saksi anak, laporan sosial, lapsos, kekerasan anak, kekerasan
choice-legal-sexual-violence = Korban kekerasan seksual melapor ke lembaga
    .words = pelecehan, pelecehan seksual, perkosaan, pemerkosaan, pencabulan, TPKS, kekerasan seksual, kekerasan
choice-legal-domestic-violence = Kekerasan dalam rumah tangga
    .words = KDRT, dipukul suami, dipukul istri, kekerasan suami, kekerasan
choice-legal-child-in-conflict = Anak berkonflik dengan hukum
    .words = ABH, anak pelaku, anak berhadapan dengan hukum, pencurian anak
choice-legal-none = Tidak ada
    .words = nihil, aman

choice-requester-investigator = Penyidik
    .words = polisi, polres, polsek, unit PPA
choice-requester-prosecutor = Jaksa
    .words = kejaksaan, JPU
choice-requester-judge = Hakim
    .words = pengadilan
choice-requester-other-official = Aparat lain

choice-handover-not-yet = Belum
choice-handover-parents = Ke orang tua atau wali
choice-handover-someone = Ke orang lain

choice-sex-male = Laki-laki
    .words = pria, cowok, L, laki
choice-sex-female = Perempuan
    .words = wanita, cewek, P, pr

choice-guardian-reachable = Ada, bisa dihubungi
    .words = ada, bisa
choice-guardian-unknown = Tidak ada/tidak diketahui
    .words = tidak ada, tidak tahu, yatim piatu
choice-guardian-suspected = Ada, tetapi diduga pelaku
    .words = pelaku, terduga pelaku, diduga pelaku

choice-child-voice-other-parent = Orang tua yang lain
choice-child-voice-relative = Kerabat yang dipercaya anak
    .words = keluarga, paman, bibi, kakek, nenek, saudara
choice-child-voice-companion = Pendamping anak
    .words = pendamping
choice-child-voice-uptd-ppa = Petugas UPTD PPA
choice-child-voice-lpsk = LPSK
choice-child-voice-other = Orang lain
choice-child-voice-nobody = Belum ada
    .words = belum, tidak ada

choice-ppks-anak-balita-telantar = Anak balita telantar
    .words = balita telantar, balita terlantar, bayi telantar, bayi terlantar, balita
choice-ppks-anak-telantar = Anak telantar
    .words = anak terlantar, yatim, anak yatim
choice-ppks-anak-berhadapan-hukum = Anak berhadapan dengan hukum
    .words = ABH, anak pelaku
choice-ppks-anak-jalanan = Anak jalanan
    .words = anjal, pengamen anak
choice-ppks-anak-disabilitas = Anak dengan disabilitas
    .words = ADK, anak difabel, ABK, anak berkebutuhan khusus, difabel
choice-ppks-anak-korban-kekerasan = Anak korban kekerasan
    .words = anak korban, kekerasan anak, pelecehan anak, kekerasan, pelecehan
choice-ppks-anak-perlindungan-khusus = Anak perlu perlindungan khusus
    .words = AMPK, perlindungan anak
choice-ppks-lansia-telantar = Lanjut usia telantar
    .words = lansia, lanjut usia, lansia terlantar, lansia telantar, orang tua telantar, jompo, manula
choice-ppks-penyandang-disabilitas = Penyandang disabilitas
    .words = disabilitas, difabel, cacat, ODGJ, gangguan jiwa, disabilitas mental, tunanetra, tuli
choice-ppks-tuna-susila = Tuna susila
    .words = PSK, pekerja seks, WTS, pelacur
choice-ppks-gelandangan = Gelandangan
    .words = tunawisma, tuna wisma, gepeng
choice-ppks-pengemis = Pengemis
    .words = peminta, minta minta, gepeng
choice-ppks-pemulung = Pemulung
    .words = pencari barang bekas
choice-ppks-kelompok-minoritas = Kelompok minoritas
    .words = minoritas, waria, transpuan
choice-ppks-bekas-warga-binaan = Bekas warga binaan lapas
    .words = BWBP, mantan napi, eks napi, bekas napi, mantan narapidana
choice-ppks-odha = Orang dengan HIV/AIDS
    .words = ODHIV, HIV, AIDS
choice-ppks-korban-napza = Korban penyalahgunaan NAPZA
    .words = napza, narkoba, pecandu, pengguna narkoba
choice-ppks-korban-perdagangan-orang = Korban perdagangan orang
    .words = TPPO, trafficking, korban TPPO, perdagangan manusia
choice-ppks-korban-kekerasan = Korban tindak kekerasan
    .words = KDRT, kekerasan, korban kekerasan, pelecehan, pelecehan seksual, korban KDRT
choice-ppks-pekerja-migran = Pekerja migran bermasalah sosial
    .words = TKI, TKW, PMI, pekerja migran, buruh migran
choice-ppks-korban-bencana-alam = Korban bencana alam
    .words = banjir, gempa, longsor, bencana alam, bencana
choice-ppks-korban-bencana-sosial = Korban bencana sosial
    .words = konflik sosial, kebakaran, bencana sosial, bencana
choice-ppks-perempuan-rawan = Perempuan rawan sosial ekonomi
    .words = PRSE, janda, perempuan rawan
choice-ppks-fakir-miskin = Fakir miskin
    .words = miskin, keluarga miskin, tidak mampu, DTKS
choice-ppks-keluarga-bermasalah = Keluarga bermasalah sosial psikologis
    .words = KBSP, broken home, keluarga bermasalah
choice-ppks-komunitas-adat-terpencil = Komunitas adat terpencil
    .words = KAT, suku terasing, masyarakat adat

choice-explained-purpose = Tujuan layanan
choice-explained-procedure = Prosedur
choice-explained-cost = Biaya
    .words = gratis, tidak bayar
choice-explained-rights = Hak dan kewajiban
choice-explained-confidentiality = Kerahasiaan dan batasnya
    .words = rahasia, kerahasiaan
choice-explained-complaints = Cara mengadu
    .words = pengaduan, komplain
choice-explained-none = Belum ada

choice-ineligible-refer = Rujuk ke lembaga lain
    .words = rujukan, rujuk
choice-ineligible-close = Tutup kasus
    .words = tutup

choice-consent-by-client = Klien sendiri
    .words = klien, sendiri, yang bersangkutan
choice-consent-by-guardian = Wali atau keluarga
    .words = wali, orang tua, keluarga

choice-consent-how-written = Tertulis
    .words = tulisan, tanda tangan, ttd, surat
choice-consent-how-witnessed = Lisan, ada saksi
    .words = lisan, ucapan, saksi

choice-data-consent-how-written = Tertulis
    .words = tulisan, tanda tangan, ttd, surat
choice-data-consent-how-recorded = Direkam
    .words = rekaman, direkam, video, suara

choice-group-consent-deliberation = Musyawarah
    .words = rapat warga, rembug, rembuk, pertemuan warga
choice-group-consent-representatives = Lewat pengurus atau wakil
    .words = pengurus, wakil, ketua
choice-group-consent-written = Surat persetujuan
    .words = surat, tertulis

choice-worker-duty-standard = Melayani sesuai standar
choice-worker-duty-information = Memberi informasi lengkap
choice-worker-duty-confidentiality = Menjaga kerahasiaan
choice-worker-duty-referral = Merujuk bila diperlukan
choice-worker-duty-fairness = Tidak membeda-bedakan
choice-worker-duty-visits = Datang sesuai janji

choice-client-duty-honest = Memberi keterangan jujur
choice-client-duty-follow = Mengikuti nasihat peksos
choice-client-duty-attend = Hadir sesuai janji
choice-client-duty-tell = Mengabari bila berhalangan
choice-client-duty-take-part = Ikut menyusun rencana

## Asesmen

choice-method-group-discussion = FGD (diskusi kelompok)
    .words = FGD, diskusi kelompok, diskusi terarah, focus group
choice-method-deliberation = Musyawarah
    .words = rapat warga, rembug, rembuk, pertemuan warga, musyawarah desa
choice-method-mapping = Pemetaan sosial
    .words = pemetaan, peta sosial, PRA
choice-method-transect = Telusur wilayah (transek)
    .words = transek, jalan bersama warga, keliling kampung, telusur
choice-method-interview = Wawancara mendalam
    .words = wawancara, ngobrol, tanya jawab
choice-method-observation = Observasi
    .words = pengamatan, amati, lihat langsung
choice-method-home-visit = Kunjungan rumah
    .words = home visit, kunjungan, ke rumah
choice-method-documents = Dokumen
    .words = berkas, surat, dokumen
choice-method-other-people = Keterangan orang lain
    .words = tetangga, keluarga, orang lain

choice-kin-partner = Suami/istri
    .words = suami, istri, pasangan, bini
choice-kin-former-partner = Mantan suami/istri
    .words = mantan suami, mantan istri, mantan
choice-kin-parent = Ayah/ibu kandung
    .words = ayah, ibu, bapak, mamak, orang tua
choice-kin-step-parent = Ayah/ibu tiri
    .words = ayah tiri, ibu tiri, bapak tiri
choice-kin-adoptive-parent = Ayah/ibu angkat
    .words = ayah angkat, ibu angkat, orang tua angkat
choice-kin-child = Anak kandung
    .words = anak
choice-kin-child-former-partner = Anak dari pasangan terdahulu
choice-kin-step-child = Anak tiri
choice-kin-adopted-child = Anak angkat
choice-kin-sibling = Saudara kandung
    .words = kakak, adik, abang, saudara
choice-kin-sibling-same-father = Saudara seayah
choice-kin-sibling-same-mother = Saudara seibu
choice-kin-grandparent-paternal = Kakek/nenek dari ayah
    .words = kakek, nenek
choice-kin-grandparent-maternal = Kakek/nenek dari ibu
    .words = kakek, nenek
choice-kin-uncle-aunt-paternal = Paman/bibi dari ayah
    .words = paman, bibi, om, tante
choice-kin-uncle-aunt-maternal = Paman/bibi dari ibu
    .words = paman, bibi, om, tante
choice-kin-grandchild = Cucu
choice-kin-child-in-law = Menantu
choice-kin-parent-in-law = Mertua
    .words = mertua, bapak mertua, ibu mertua
choice-kin-sibling-in-law = Ipar
    .words = kakak ipar, adik ipar
choice-kin-nephew-niece = Keponakan
    .words = ponakan
choice-kin-cousin = Sepupu
choice-kin-other = Lainnya
    .words = lain, lain lain

choice-stance-supports = Mendukung
    .words = dukung, setuju, positif
choice-stance-neutral = Netral
    .words = biasa saja, tidak peduli
choice-stance-opposes = Menolak
    .words = menentang, tidak setuju

choice-system-kin = Keluarga besar
    .words = kerabat, saudara, keluarga
choice-system-neighbours = Tetangga dan teman
    .words = tetangga, teman, RT
choice-system-school = Sekolah
    .words = guru, SD, SMP, SMA
choice-system-work = Tempat kerja
    .words = kerja, majikan, kantor
choice-system-health = Layanan kesehatan
    .words = puskesmas, rumah sakit, posyandu, bidan, dokter, RS
choice-system-faith = Keagamaan
    .words = masjid, musala, gereja, pengajian, ustaz, pendeta
choice-system-government = Pemerintah, bantuan sosial
    .words = desa, kelurahan, PKH, bansos, dinsos
choice-system-association = Organisasi warga
    .words = karang taruna, PKK, ormas
choice-system-law = Hukum dan keamanan
    .words = polisi, babinsa, bhabinkamtibmas
choice-system-other = Lainnya
    .words = lain

choice-tie-strong = Kuat
    .words = erat, dekat, akrab
choice-tie-weak = Lemah
    .words = renggang, jauh
choice-tie-stressful = Menekan
    .words = tegang, konflik, bertengkar

choice-flow-to-client = Ke klien
choice-flow-from-client = Dari klien
choice-flow-both = Dua arah
    .words = timbal balik, dua duanya

## Rencana dan intervensi

choice-role-enabler = Enabler (pemungkin)
    .words = pemungkin
choice-role-broker = Broker (penghubung)
    .words = penghubung, menghubungkan, hubungi, menghubungi
choice-role-advocate = Advokat
    .words = advokasi, membela, pembela
choice-role-mediator = Mediator
    .words = mediasi, penengah
choice-role-negotiator = Negosiator
    .words = negosiasi
choice-role-educator = Edukator
    .words = edukasi, mengajar, melatih, latihan, penyuluhan
choice-role-facilitator = Fasilitator
    .words = fasilitasi, memfasilitasi
choice-role-counselor = Konselor
    .words = konseling, curhat, mendengarkan, ngobrol
choice-role-coordinator = Koordinator
    .words = koordinasi
choice-role-case-manager = Manajer kasus
    .words = MK, manajer, manajemen kasus
choice-role-companion = Pendamping
    .words = pendampingan, dampingi, mendampingi, menemani, antar, mengantar, temani
choice-role-protector = Pelindung
    .words = perlindungan, melindungi
choice-role-motivator = Motivator
    .words = motivasi, semangat, menyemangati
choice-role-researcher = Peneliti
    .words = riset, penelitian

choice-agreement-agrees = Setuju
    .words = ya, oke, mau, sepakat
choice-agreement-declines = Menolak
    .words = tidak, tidak mau, tidak setuju

choice-progress-worse = Memburuk
    .words = mundur, lebih buruk, memburuk, turun, makin parah, tambah parah, tambah sakit, menurun
choice-progress-same = Tetap
    .words = sama, sama saja, belum ada perubahan, tetap, masih sama, tidak mau, belum mau, belum bisa, tidak bisa, menolak
choice-progress-little = Sedikit maju
    .words = sedikit, lumayan, mulai maju, mulai mau, mulai bisa, agak, mau
choice-progress-good = Maju
    .words = baik, bagus, membaik, maju, sudah mau, sudah bisa, bisa sendiri, lancar, rajin
choice-progress-reached = Tercapai
    .words = selesai, tercapai, berhasil, tuntas

## Evaluasi, rujukan, terminasi

choice-decision-continue = Lanjutkan
    .words = lanjut, teruskan
choice-decision-revise-plan = Perbaiki rencana
    .words = revisi, ubah rencana, perbaiki
choice-decision-refer = Rujuk
    .words = rujukan, dirujuk
choice-decision-terminate = Akhiri layanan
    .words = terminasi, selesai, akhiri

choice-institution-clinic = Puskesmas atau rumah sakit
    .words = puskesmas, rumah sakit, RS, RSUD, klinik
choice-institution-mental-health = Rumah sakit jiwa
    .words = RSJ, RS jiwa
choice-institution-social-office = Dinas sosial
    .words = dinsos
choice-institution-women-children-unit = UPTD PPA
    .words = PPA, P2TP2A, UPTD
choice-institution-shelter = Rumah aman
    .words = shelter
choice-institution-residential = Balai, sentra, panti, LPKS
    .words = panti, balai, sentra, LPKS
choice-institution-rehabilitation = Rehabilitasi NAPZA
    .words = rehab, IPWL, BNN
choice-institution-school = Sekolah atau pelatihan
    .words = sekolah, BLK, pelatihan
choice-institution-legal-aid = Bantuan hukum
    .words = LBH, pengacara
choice-institution-police = Kepolisian
    .words = polisi, polres, polsek
choice-institution-civil-registry = Dukcapil
    .words = KTP, kartu keluarga, akta, capil
choice-institution-organization = LKS atau organisasi sosial
    .words = LKS, LSM, yayasan
choice-institution-other = Lainnya
    .words = lain

choice-share-ground-client = Diizinkan klien
    .words = klien, klien mengizinkan
choice-share-ground-guardian = Diizinkan wali/keluarga
    .words = wali, keluarga
choice-share-ground-representatives = Diizinkan pengurus/wakil
    .words = pengurus, wakil, ketua, musyawarah
choice-share-ground-emergency = Darurat, demi keselamatan
    .words = darurat
choice-share-ground-law = Diminta penegak hukum atau UU
    .words = polisi, pengadilan, hukum
choice-share-ground-refused = Tidak diizinkan
    .words = tidak, ditolak

choice-shared-identity = Identitas
    .words = nama, KTP, NIK
choice-shared-contact = Alamat dan telepon
    .words = alamat, telepon, HP
choice-shared-problem = Ringkasan masalah
    .words = masalah
choice-shared-assessment = Laporan asesmen
    .words = asesmen
choice-shared-plan = Rencana intervensi
    .words = rencana
choice-shared-health = Keterangan kesehatan
    .words = kesehatan, rekam medis
choice-shared-family = Keterangan keluarga
    .words = keluarga
choice-shared-legal = Dokumen hukum
    .words = hukum

choice-referral-status-accepted = Diterima
    .words = terima, diterima
choice-referral-status-declined = Ditolak
    .words = tolak
choice-referral-status-completed = Selesai dilayani
    .words = selesai

choice-end-reason-goals-met = Tujuan tercapai, mandiri
    .words = mandiri, tujuan tercapai, berhasil
choice-end-reason-time-over = Waktu atau rencana selesai
    .words = waktu habis, selesai
choice-end-reason-transferred = Dialihkan ke layanan lain
    .words = dirujuk, dialihkan, pindah layanan
choice-end-reason-withdrew = Klien mundur
    .words = mundur, mengundurkan diri, tidak mau lagi
choice-end-reason-unforeseen = Keadaan tak terduga
    .words = tak terduga, bencana, pindah
choice-end-reason-died = Klien meninggal
    .words = meninggal, wafat, mati

choice-independence-runs-itself = Kegiatan berjalan sendiri
    .words = kegiatan jalan, jalan sendiri
choice-independence-leaders = Pengurus aktif
    .words = pengurus, kader aktif
choice-independence-funds = Kas atau dana diurus sendiri
    .words = kas, dana, iuran
choice-independence-needs = Kebutuhan dasar terpenuhi
choice-independence-roles = Peran sehari-hari berjalan
choice-independence-coping = Bisa mengatasi masalah
choice-independence-support = Ada yang mendukung
choice-independence-knows-help = Tahu mencari bantuan
choice-independence-safe = Aman dari ancaman
choice-independence-none = Belum ada

choice-contact-way-home = Kunjungan rumah
    .words = home visit, ke rumah, kunjungan
choice-contact-way-office = Di kantor lembaga
    .words = kantor
choice-contact-way-phone = Telepon
    .words = telp, telpon, WA, video call
choice-contact-way-workplace-school = Di tempat kerja/sekolah
    .words = sekolah, tempat kerja
choice-contact-way-meeting = Pertemuan bersama
    .words = rapat, musyawarah, kumpul warga
choice-contact-way-site = Kunjungan ke lokasi
    .words = lokasi, ke lapangan, keliling
choice-contact-way-elsewhere = Di tempat lain

choice-carries-on-alone = Ya, sendiri
    .words = sendiri, mandiri
choice-carries-on-with-help = Ya, masih dibantu
    .words = dibantu
choice-carries-on-stopped = Berhenti
    .words = tidak, sudah tidak
