"""Short word lists from which the seed makes up people. No list was taken from any register of persons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Names, places and the passport number's form (`L` letter, `9` digit) of one nationality."""

    code: str
    adjective: str
    country: str
    families: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    places: tuple[str, ...]
    passport: str
    bamf_suffix: str = "998"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace("_", " ").split("/"))


ORIGINS: tuple[Origin, ...] = (
    Origin(
        code="TUR",
        adjective="türkisch",
        country="Türkei",
        families=_words(
            "Yıldırımoğlu/Şahinkaya/Çelikdağ/Özgürkan/Karabulutlu/Güneşdoğan/Aydınsoy/Demirtaşlı"
        ),
        men=_words("Musa_Can/Ömer/Barış/İsmail/Uğur/Kağan/Deniz"),
        women=_words("Gülşen/Ayşe_Nur/Çiğdem/Özlem/Derya/İpek/Yasemin"),
        places=_words("Kayseri/Gaziantep/Şanlıurfa/İzmir/Eskişehir"),
        passport="L99999999",
        bamf_suffix="163",
    ),
    Origin(
        code="SYR",
        adjective="syrisch",
        country="Syrien",
        families=_words(
            "Al-Mustafawi/Al_Testani/Abu_Hassanin/Al-Khaldoun/Darwishi/Ibn_Saleh/Haddadin/Shahoud"
        ),
        men=_words("Mohammad/Khaled/Abdulrahman/Yousef/Omar_Faruq/Nabil/Anas"),
        women=_words("Fatima/Rana/Nour_Al-Huda/Samira/Lina/Hala/Mariam"),
        places=_words("Aleppo/Homs/Damaskus/Idlib/Al-Hasaka"),
        passport="L999999999"[:9],
        bamf_suffix="475",
    ),
    Origin(
        code="AFG",
        adjective="afghanisch",
        country="Afghanistan",
        families=_words("Musterzai/Ahmadyari/Noorzadah/Stanekpoor/Rahimwal/Karimzoi/Safipour"),
        men=_words("Gholam_Reza/Mirwais/Zabihullah/Najib/Farid/Hamid_Jan/Esmatullah"),
        women=_words("Zahra/Shabnam/Parwin/Laila/Nasrin/Bibi_Gul"),
        places=_words("Kabul/Herat/Masar-e_Scharif/Kundus/Ghazni"),
        passport="L99999999",
        bamf_suffix="423",
    ),
    Origin(
        code="UKR",
        adjective="ukrainisch",
        country="Ukraine",
        families=_words("Musterenko/Testoviuk/Halytschenko/Zhurbinska/Shcherbanenko/Kovtunets/Yevtuschyn"),
        men=_words("Oleksandr/Serhii/Dmytro/Yurii/Andrii/Volodymyr"),
        women=_words("Nataliia/Olha/Yuliia/Kateryna/Liudmyla/Oksana"),
        places=_words("Charkiw/Lwiw/Odessa/Dnipro/Poltawa"),
        passport="LL999999",
        bamf_suffix="166",
    ),
    Origin(
        code="VNM",
        adjective="vietnamesisch",
        country="Vietnam",
        families=_words("Nguyễn/Trần/Phạm/Đặng/Lê/Vũ"),
        men=_words("Văn_Mẫu/Đức_Thử/Quốc_Mẫu/Minh_Thử/Hữu_Mẫu"),
        women=_words("Thị_Hồng/Thị_Mẫu/Ngọc_Thử/Thu_Hằng/Thị_Ánh"),
        places=_words("Hanoi/Haiphong/Nghệ_An/Đà_Nẵng"),
        passport="L9999999",
        bamf_suffix="432",
    ),
    Origin(
        code="IRN",
        adjective="iranisch",
        country="Iran",
        families=_words("Musterpour/Rezaeinejad/Tehranizad/Golestanfar/Mohammadbeygi/Shirazimanesh"),
        men=_words("Amir_Hossein/Behrouz/Kourosh/Siavash/Navid"),
        women=_words("Shirin/Mahsa/Niloufar/Golnaz/Parisa"),
        places=_words("Teheran/Isfahan/Schiras/Tabris"),
        passport="L99999999",
        bamf_suffix="439",
    ),
    Origin(
        code="ERI",
        adjective="eritreisch",
        country="Eritrea",
        families=_words("Mustergebre/Tesfalemu/Woldemichaelu/Habtezgi/Ghirmazion"),
        men=_words("Yonas/Filmon/Samuel/Tekle/Abel"),
        women=_words("Selam/Rahwa/Feven/Luwam/Miryam"),
        places=_words("Asmara/Keren/Massawa"),
        passport="L9999999",
        bamf_suffix="224",
    ),
    Origin(
        code="IND",
        adjective="indisch",
        country="Indien",
        families=_words("Singh_Musterwal/Testakumar/Raghunandanan/Kaur_Bhattiwal/Iyerathan"),
        men=_words("Harpreet/Arjun_Dev/Vikram/Gurpreet/Rohan"),
        women=_words("Simran/Priya/Anjali/Manpreet/Lakshmi"),
        places=_words("Amritsar/Chennai/Ludhiana/Pune"),
        passport="L9999999",
        bamf_suffix="436",
    ),
    Origin(
        code="SRB",
        adjective="serbisch",
        country="Serbien",
        families=_words("Musterović/Testković/Đorđevanović/Živkušić/Njegulović"),
        men=_words("Miloš/Đorđe/Nikola/Časlav/Stefan"),
        women=_words("Jelena/Snežana/Milica/Ljubica/Đurđa"),
        places=_words("Belgrad/Niš/Novi_Sad"),
        passport="999999999",
        bamf_suffix="170",
    ),
    Origin(
        code="NGA",
        adjective="nigerianisch",
        country="Nigeria",
        families=_words("Mustewunmi/Testokafor/Adebayowale/N'Dukwe/O'Chukwu"),
        men=_words("Chinedu/Emeka_Paul/Tunde/Ifeanyi/Osaze"),
        women=_words("Blessing/Ngozi/Adaeze/Patience/Funmilayo"),
        places=_words("Lagos/Benin-Stadt/Enugu"),
        passport="L99999999",
        bamf_suffix="232",
    ),
    Origin(
        code="POL",
        adjective="polnisch",
        country="Polen",
        families=_words("Musterowski/Testkiewicz/Wzorczyński/Przykładek/Próbniak"),
        men=_words("Łukasz/Paweł/Krzysztof/Jakub/Sławomir"),
        women=_words("Małgorzata/Agnieszka/Zofia/Bożena/Łucja"),
        places=_words("Krakau/Łódź/Breslau/Danzig"),
        passport="LL9999999",
        bamf_suffix="152",
    ),
)

STAFF = _words(
    "Frau_Beispielhuber/Herr_Amtsmüller/Frau_Schreibstein/Herr_Aktenberg/Frau_Vordruck/Herr_Dienstmann/"
    "Frau_Siegelberg/Herr_Registermann/Frau_Stempelmann"
)
LAWYERS = _words("Dr._Klagemann/Rechtsberg/Paragraphi/Dr._Mandatsky/Eilantragh")
INTERPRETERS = _words("Frau_Dolmetschi/Herr_Sprachmittler/Frau_Übersetzan/Herr_Wortmann-Tolk")
JUDGES = _words("Dr._Urteilsberg/Spruchkamm/Dr._Rubrumski/Beschlussek")
LANDLORDS = _words("Hausbesitz_Immobilien_GmbH/Gemeinwohl_Wohnbau_eG/Erika_Vermietmann/Heinz_Hauswirt")
EMPLOYERS = _words(
    "Musterbau_GmbH/Beispiel_Logistik_GmbH_&_Co._KG/Gasthaus_Zum_Musterhirsch/Probe_Pflegedienste_gGmbH/"
    "Testwerk_Maschinenbau_AG"
)
DOCTORS = _words("Dr._med._Heilbert/Dr._med._Pflasterer/Dr._med._Rezeptova")
STREETS = _words(
    "Musterstraße/Beispielweg/Am_Probierfeld/Prüfgasse/Testallee/Demoring/Schablonenstraße/Vorlagenweg"
)
