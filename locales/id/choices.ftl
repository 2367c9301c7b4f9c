# Teks tombol pilihan. Usahakan paling panjang 28 huruf, jangan lebih dari 60.

## Pendekatan awal

choice-source-outreach = Penjangkauan
choice-source-self = Datang sendiri
choice-source-institution = Rujukan lembaga
choice-source-community = Laporan masyarakat
choice-source-law-enforcement = Permintaan polisi/jaksa/hakim

choice-level-individual = Satu orang
choice-level-family = Keluarga
choice-level-group = Kelompok
choice-level-community = Masyarakat

choice-danger-suicide = Ingin mengakhiri hidup
choice-danger-violence-ongoing = Kekerasan sedang berlangsung
choice-danger-medical = Gawat medis
choice-danger-abandoned-child = Anak telantar atau sendirian
choice-danger-none = Tidak ada

choice-legal-child-victim = Anak korban/saksi, laporan sosial diminta
choice-legal-sexual-violence = Korban kekerasan seksual melapor ke lembaga
choice-legal-domestic-violence = Kekerasan dalam rumah tangga
choice-legal-child-in-conflict = Anak berkonflik dengan hukum
choice-legal-none = Tidak ada

choice-requester-investigator = Penyidik
choice-requester-prosecutor = Jaksa
choice-requester-judge = Hakim
choice-requester-other-official = Aparat lain

choice-handover-not-yet = Belum
choice-handover-parents = Ke orang tua atau wali
choice-handover-someone = Ke orang lain

choice-sex-male = Laki-laki
choice-sex-female = Perempuan

choice-guardian-reachable = Ada, bisa dihubungi
choice-guardian-unknown = Tidak ada/tidak diketahui
choice-guardian-suspected = Ada, tetapi diduga pelaku

choice-child-voice-other-parent = Ayah atau ibu lain
choice-child-voice-relative = Kerabat yang dipercaya anak
choice-child-voice-companion = Pendamping anak
choice-child-voice-uptd-ppa = Petugas UPTD PPA
choice-child-voice-lpsk = LPSK
choice-child-voice-other = Orang lain
choice-child-voice-nobody = Belum ada

choice-ppks-anak-balita-telantar = Anak balita telantar
choice-ppks-anak-telantar = Anak telantar
choice-ppks-anak-berhadapan-hukum = Anak berhadapan dengan hukum
choice-ppks-anak-jalanan = Anak jalanan
choice-ppks-anak-disabilitas = Anak dengan disabilitas
choice-ppks-anak-korban-kekerasan = Anak korban kekerasan
choice-ppks-anak-perlindungan-khusus = Anak perlu perlindungan khusus
choice-ppks-lansia-telantar = Lanjut usia telantar
choice-ppks-penyandang-disabilitas = Penyandang disabilitas
choice-ppks-tuna-susila = Tuna susila
choice-ppks-gelandangan = Gelandangan
choice-ppks-pengemis = Pengemis
choice-ppks-pemulung = Pemulung
choice-ppks-kelompok-minoritas = Kelompok minoritas
choice-ppks-bekas-warga-binaan = Bekas warga binaan lapas
choice-ppks-odha = Orang dengan HIV/AIDS
choice-ppks-korban-napza = Korban penyalahgunaan NAPZA
choice-ppks-korban-perdagangan-orang = Korban perdagangan orang
choice-ppks-korban-kekerasan = Korban tindak kekerasan
choice-ppks-pekerja-migran = Pekerja migran bermasalah sosial
choice-ppks-korban-bencana-alam = Korban bencana alam
choice-ppks-korban-bencana-sosial = Korban bencana sosial
choice-ppks-perempuan-rawan = Perempuan rawan sosial ekonomi
choice-ppks-fakir-miskin = Fakir miskin
choice-ppks-keluarga-bermasalah = Keluarga bermasalah sosial psikologis
choice-ppks-komunitas-adat-terpencil = Komunitas adat terpencil

choice-explained-purpose = Tujuan layanan
choice-explained-procedure = Prosedur
choice-explained-cost = Biaya
choice-explained-rights = Hak dan kewajiban
choice-explained-confidentiality = Kerahasiaan dan batasnya
choice-explained-complaints = Cara mengadu
choice-explained-none = Belum ada

choice-ineligible-refer = Rujuk ke lembaga lain
choice-ineligible-close = Tutup kasus

choice-consent-by-client = Klien sendiri
choice-consent-by-guardian = Wali atau keluarga

choice-consent-how-written = Tertulis
choice-consent-how-witnessed = Lisan, ada saksi

choice-data-consent-how-written = Tertulis
choice-data-consent-how-recorded = Direkam

choice-group-consent-deliberation = Musyawarah
choice-group-consent-representatives = Lewat pengurus atau wakil
choice-group-consent-written = Surat persetujuan

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

choice-method-interview = Wawancara mendalam
choice-method-observation = Observasi
choice-method-home-visit = Kunjungan rumah
choice-method-documents = Dokumen
choice-method-other-people = Keterangan orang lain

choice-kin-partner = Suami/istri
choice-kin-former-partner = Mantan suami/istri
choice-kin-parent = Ayah/ibu kandung
choice-kin-step-parent = Ayah/ibu tiri
choice-kin-adoptive-parent = Ayah/ibu angkat
choice-kin-child = Anak kandung
choice-kin-child-former-partner = Anak dari pasangan terdahulu
choice-kin-step-child = Anak tiri
choice-kin-adopted-child = Anak angkat
choice-kin-sibling = Saudara kandung
choice-kin-sibling-same-father = Saudara seayah
choice-kin-sibling-same-mother = Saudara seibu
choice-kin-grandparent-paternal = Kakek/nenek dari ayah
choice-kin-grandparent-maternal = Kakek/nenek dari ibu
choice-kin-uncle-aunt-paternal = Paman/bibi dari ayah
choice-kin-uncle-aunt-maternal = Paman/bibi dari ibu
choice-kin-grandchild = Cucu
choice-kin-child-in-law = Menantu
choice-kin-parent-in-law = Mertua
choice-kin-sibling-in-law = Ipar
choice-kin-nephew-niece = Keponakan
choice-kin-cousin = Sepupu
choice-kin-other = Lainnya

choice-stance-supports = Mendukung
choice-stance-neutral = Netral
choice-stance-opposes = Menolak

choice-system-kin = Keluarga besar
choice-system-neighbours = Tetangga dan teman
choice-system-school = Sekolah
choice-system-work = Tempat kerja
choice-system-health = Layanan kesehatan
choice-system-faith = Keagamaan
choice-system-government = Pemerintah, bantuan sosial
choice-system-association = Organisasi warga
choice-system-law = Hukum dan keamanan
choice-system-other = Lainnya

choice-tie-strong = Kuat
choice-tie-weak = Lemah
choice-tie-stressful = Menekan

choice-flow-to-client = Ke klien
choice-flow-from-client = Dari klien
choice-flow-both = Dua arah

## Rencana dan intervensi

choice-role-enabler = Enabler (pemungkin)
choice-role-broker = Broker (penghubung)
choice-role-advocate = Advokat
choice-role-mediator = Mediator
choice-role-negotiator = Negosiator
choice-role-educator = Edukator
choice-role-facilitator = Fasilitator
choice-role-counselor = Konselor
choice-role-coordinator = Koordinator
choice-role-case-manager = Manajer kasus
choice-role-companion = Pendamping
choice-role-protector = Pelindung
choice-role-motivator = Motivator
choice-role-researcher = Peneliti

choice-agreement-agrees = Setuju
choice-agreement-declines = Menolak

choice-progress-worse = Memburuk
choice-progress-same = Tetap
choice-progress-little = Sedikit maju
choice-progress-good = Maju
choice-progress-reached = Tercapai

## Evaluasi, rujukan, terminasi

choice-decision-continue = Lanjutkan
choice-decision-revise-plan = Perbaiki rencana
choice-decision-refer = Rujuk
choice-decision-terminate = Akhiri layanan

choice-institution-clinic = Puskesmas atau rumah sakit
choice-institution-mental-health = Rumah sakit jiwa
choice-institution-social-office = Dinas sosial
choice-institution-women-children-unit = UPTD PPA
choice-institution-shelter = Rumah aman
choice-institution-residential = Balai, sentra, panti, LPKS
choice-institution-rehabilitation = Rehabilitasi NAPZA
choice-institution-school = Sekolah atau pelatihan
choice-institution-legal-aid = Bantuan hukum
choice-institution-police = Kepolisian
choice-institution-civil-registry = Dukcapil
choice-institution-organization = LKS atau organisasi sosial
choice-institution-other = Lainnya

choice-share-ground-client = Diizinkan klien
choice-share-ground-guardian = Diizinkan wali/keluarga
choice-share-ground-emergency = Darurat, demi keselamatan
choice-share-ground-law = Diminta penegak hukum atau UU
choice-share-ground-refused = Tidak diizinkan

choice-shared-identity = Identitas
choice-shared-contact = Alamat dan telepon
choice-shared-problem = Ringkasan masalah
choice-shared-assessment = Laporan asesmen
choice-shared-plan = Rencana intervensi
choice-shared-health = Keterangan kesehatan
choice-shared-family = Keterangan keluarga
choice-shared-legal = Dokumen hukum

choice-referral-status-accepted = Diterima
choice-referral-status-declined = Ditolak
choice-referral-status-completed = Selesai dilayani

choice-end-reason-goals-met = Tujuan tercapai, mandiri
choice-end-reason-time-over = Waktu atau rencana selesai
choice-end-reason-transferred = Dialihkan ke layanan lain
choice-end-reason-withdrew = Klien mundur
choice-end-reason-unforeseen = Keadaan tak terduga
choice-end-reason-died = Klien meninggal

choice-independence-needs = Kebutuhan dasar terpenuhi
choice-independence-roles = Peran sehari-hari berjalan
choice-independence-coping = Bisa mengatasi masalah
choice-independence-support = Ada yang mendukung
choice-independence-knows-help = Tahu mencari bantuan
choice-independence-safe = Aman dari ancaman
choice-independence-none = Belum ada

choice-contact-way-home = Kunjungan rumah
choice-contact-way-office = Di kantor lembaga
choice-contact-way-phone = Telepon
choice-contact-way-workplace-school = Di tempat kerja/sekolah
choice-contact-way-elsewhere = Di tempat lain

choice-carries-on-alone = Ya, sendiri
choice-carries-on-with-help = Ya, masih dibantu
choice-carries-on-stopped = Berhenti
