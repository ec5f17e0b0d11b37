"""Words and sentence patterns of the made-up news. All people, outlets and bodies are invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class State:
    """A country as the sentences need it."""

    english: str
    french: str
    adjective_english: str
    adjective_french: str
    capital: str
    in_french: str


STATES: Final = (
    State("Peru", "Pérou", "Peruvian", "péruvien", "Lima", "au Pérou"),
    State("Chile", "Chili", "Chilean", "chilien", "Santiago", "au Chili"),
    State("Norway", "Norvège", "Norwegian", "norvégien", "Oslo", "en Norvège"),
    State("Japan", "Japon", "Japanese", "japonais", "Tokyo", "au Japon"),
    State("Kenya", "Kenya", "Kenyan", "kényan", "Nairobi", "au Kenya"),
    State("Canada", "Canada", "Canadian", "canadien", "Ottawa", "au Canada"),
    State("Portugal", "Portugal", "Portuguese", "portugais", "Lisbon", "au Portugal"),
    State("Poland", "Pologne", "Polish", "polonais", "Warsaw", "en Pologne"),
    State("Vietnam", "Viêt Nam", "Vietnamese", "vietnamien", "Hanoi", "au Viêt Nam"),
    State("Senegal", "Sénégal", "Senegalese", "sénégalais", "Dakar", "au Sénégal"),
    State("Finland", "Finlande", "Finnish", "finlandais", "Helsinki", "en Finlande"),
    State("Morocco", "Maroc", "Moroccan", "marocain", "Rabat", "au Maroc"),
    State("Austria", "Autriche", "Austrian", "autrichien", "Vienna", "en Autriche"),
    State("Greece", "Grèce", "Greek", "grec", "Athens", "en Grèce"),
    State("Argentina", "Argentine", "Argentine", "argentin", "Buenos Aires", "en Argentine"),
    State("Ireland", "Irlande", "Irish", "irlandais", "Dublin", "en Irlande"),
    State("Ghana", "Ghana", "Ghanaian", "ghanéen", "Accra", "au Ghana"),
    State("Denmark", "Danemark", "Danish", "danois", "Copenhagen", "au Danemark"),
    State("Tunisia", "Tunisie", "Tunisian", "tunisien", "Tunis", "en Tunisie"),
    State("Mexico", "Mexique", "Mexican", "mexicain", "Mexico City", "au Mexique"),
)

OFFICES: Final = (
    ("Foreign Minister", "ministre des Affaires étrangères"),
    ("Minister of Transport", "ministre des Transports"),
    ("President", "président"),
    ("Prime Minister", "Premier ministre"),
    ("Minister of Health", "ministre de la Santé"),
    ("ambassador", "ambassadeur"),
)

GIVEN: Final = (
    "Maria", "Jean", "Peter", "Nadia", "Olaf", "Sofia", "Thomas", "Claire", "Daniel", "Elena",
    "Victor", "Julia", "Martin", "Laura", "Andreas", "Helena", "Paul", "Irene", "Robert", "Alice",
)  # fmt: skip
HEADS: Final = ("Bar", "Cor", "Dal", "Fen", "Gar", "Hol", "Jor", "Kal", "Lor", "Mar", "Nor", "Pel", "Ros", "Tal", "Vor")
MIDDLES: Final = ("a", "e", "i", "o", "an", "en", "in", "on", "el", "or", "ar", "is")
TAILS: Final = (
    "dell",
    "mont",
    "ner",
    "rath",
    "sen",
    "ski",
    "ton",
    "vall",
    "wick",
    "zano",
    "beck",
    "lund",
    "gard",
    "quist",
)
BODIES: Final = (
    ("Harbour Safety Council", "Conseil de la sécurité des ports"),
    ("Northern Rail Agency", "Agence des chemins de fer du Nord"),
    ("Institute for Water Research", "Institut de recherche sur l’eau"),
    ("Federation of Dock Workers", "Fédération des dockers"),
    ("Ministry of Public Works", "ministère des Travaux publics"),
    ("Coastal Development Bank", "Banque de développement côtier"),
)
OUTLETS: Final = ("Harbour Post", "Courrier du Littoral", "Northern Gazette", "Dépêche des Vallées")
THINGS_ENGLISH: Final = (
    "the new bridge", "the budget of the ports", "the night trains", "the clean water plan", "the fishing quota",
    "the joint research centre", "the reform of the hospitals", "the price of grain", "the border crossing",
)  # fmt: skip
THINGS_FRENCH: Final = (
    "le nouveau pont", "le budget des ports", "les trains de nuit", "le plan pour l’eau", "le quota de pêche",
    "le centre de recherche commun", "la réforme des hôpitaux", "le prix des céréales", "le poste frontière",
)  # fmt: skip
MONTHS_ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS_FRENCH: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip

FIRST: Final = {
    "en": (
        "{full}, the {office} of {home}, signed an agreement on {thing} in {capital} on {date}.",
        "{nationality} {office} {full} met a delegation of the {body} in {capital} on {date}.",
        "The talks in {capital} were opened by {full}, {office} of {home}.",
    ),
    "fr": (
        "{full}, {office} {nationality}, a signé un accord sur {thing} à {capital} le {date}.",
        "Le {office} {nationality} {full} a rencontré une délégation : {body}, à {capital}, le {date}.",
        "Les entretiens de {capital} ont été ouverts par {full}, {office} {nationality}.",
    ),
}
LATER: Final = {
    "en": (
        "“We have waited for {thing} long enough, and the work begins this year”, {short} said.",
        "{short} added that {thing} would be discussed again in {month} {year}.",
        "According to {short}, {country} and its neighbours spend too little on {thing}.",
        "Last week, protesters marched against {thing} in {capital}, and the police counted several thousand people.",
        "The {body} had asked for a report on {thing} as early as {year}.",
        "{thing_capital} costs more than planned, and nobody in the region expects that to change before the winter.",
    ),
    "fr": (
        "« Nous avons assez attendu {thing}, et les travaux commencent cette année », a déclaré {short}.",
        "{short} a ajouté que {thing} serait de nouveau discuté en {month} {year}.",
        "Selon {short}, les pays de la région, {in_country} surtout, dépensent trop peu pour {thing}.",
        "La semaine dernière, des manifestants ont défilé contre {thing} à {capital}, selon la police.",
        "{body_capital} : un rapport sur {thing} avait été demandé dès {year}.",
        "{thing_capital} coûte plus que prévu, et personne dans la région ne s’attend à un changement avant l’hiver.",
    ),
}
