# Nama formulir, tahap, dan keluaran.

form-approach = Pendekatan awal
form-assessment = Asesmen
form-plan = Rencana intervensi
form-session = Catatan sesi
form-evaluation = Evaluasi
form-referral = Rujukan
form-termination = Terminasi
form-aftercare = Bimbingan lanjut

stage-approach = Pendekatan awal
stage-assessment = Asesmen
stage-plan = Rencana intervensi
stage-intervention = Intervensi
stage-evaluation = Evaluasi, rujukan, terminasi
stage-closed = Ditutup

output-consent-sheet = Lembar persetujuan
output-service-contract = Kontrak layanan
output-assessment-report = Laporan asesmen
output-social-report = Laporan sosial
output-genogram = Genogram
output-ecomap = Ekomap
output-intervention-plan = Rencana intervensi
output-progress-notes = Catatan perkembangan
output-evaluation-report = Laporan evaluasi
output-referral-letter = Surat rujukan
output-termination-record = Berita acara terminasi
output-aftercare-record = Catatan bimbingan lanjut
