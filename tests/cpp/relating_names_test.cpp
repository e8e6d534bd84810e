#include <gtest/gtest.h>

#include "relating_fixture.h"

// Which names are one entity, and what it is called. Every phenomenon stands here twice: where it joins and where it
// must not.

namespace pullquote::entities {
namespace {

using Case = RelatedCase;

class RelatedNames : public testing::TestWithParam<Case> {};

TEST_P(RelatedNames, AreRelated) { EXPECT_EQ(Related(GetParam().article).clusters(), GetParam().clusters); }

INSTANTIATE_TEST_SUITE_P(
    People, RelatedNames,
    testing::Values(
        Case{"surname after", "[Ana Reyes/PERSON] left. [Reyes/PERSON] waved.", "Ana Reyes: Ana Reyes, Reyes"},
        Case{"surname before", "[Reyes/PERSON] left. [Ana Reyes/PERSON] waved.", "Ana Reyes: Reyes, Ana Reyes"},
        Case{"another surname", "[Ana Reyes/PERSON] left. [Silva/PERSON] waved.",
             "Ana Reyes: Ana Reyes | Silva: Silva"},
        Case{"first name after", "[Ana Reyes/PERSON] left. [Ana/PERSON] waved.", "Ana Reyes: Ana Reyes, Ana"},
        Case{"a title before the surname", "[Pedro Costa/PERSON] left. Mr [Costa/PERSON] waved.",
             "Pedro Costa: Pedro Costa, Costa"},
        Case{"a possessive", "[Pedro Costa/PERSON] left. [Costa/PERSON]'s car did not.",
             "Pedro Costa: Pedro Costa, Costa"},
        Case{"two bearers, the most recent",
             "[Ana Reyes/PERSON] left. [Reyes/PERSON] waved. [Juan Reyes/PERSON] left. [Reyes/PERSON] waved.",
             "Ana Reyes: Ana Reyes, Reyes | Juan Reyes: Juan Reyes, Reyes"},
        Case{"two bearers, kept apart by titles",
             "[Bill Clinton/PERSON] and [Hillary Clinton/PERSON] left. Mr [Clinton/PERSON] and Mrs [Clinton/PERSON] "
             "waved.",
             "Bill Clinton: Bill Clinton, Clinton | Hillary Clinton: Hillary Clinton, Clinton"},
        Case{"a title of the other gender", "[Bill Clinton/PERSON] left. Mrs [Clinton/PERSON] waved.",
             "Bill Clinton: Bill Clinton | Clinton: Clinton"},
        Case{"a surname before a first name", "[Reyes/PERSON] left. [Reyes Costa/PERSON] and [Ana Reyes/PERSON] waved.",
             "Ana Reyes: Reyes, Ana Reyes | Reyes Costa: Reyes Costa"},
        Case{"a middle initial", "[Pedro A. Costa/PERSON] left. [Pedro Costa/PERSON] waved.",
             "Pedro A. Costa: Pedro A. Costa, Pedro Costa"},
        Case{"another middle initial", "[Pedro A. Costa/PERSON] left. [Pedro B. Costa/PERSON] waved.",
             "Pedro A. Costa: Pedro A. Costa | Pedro B. Costa: Pedro B. Costa"},
        Case{"an initial for the first name", "[P. Costa/PERSON] left. [Pedro Costa/PERSON] waved.",
             "Pedro Costa: P. Costa, Pedro Costa"},
        Case{"another initial", "[M. Costa/PERSON] left. [Pedro Costa/PERSON] waved.",
             "M. Costa: M. Costa | Pedro Costa: Pedro Costa"},
        Case{"dots of initials", "[J.D. Costa/PERSON] left. [JD Costa/PERSON] waved.",
             "J.D. Costa: J.D. Costa, JD Costa"},
        Case{"a nickname", "[William Costa/PERSON] left. [Bill Costa/PERSON] waved.",
             "William Costa: William Costa, Bill Costa"},
        Case{"another first name", "[William Costa/PERSON] left. [Pedro Costa/PERSON] waved.",
             "William Costa: William Costa | Pedro Costa: Pedro Costa"},
        Case{"family name first", "[Park Shin-wook/PERSON] left. [Park/PERSON] waved.",
             "Park Shin-wook: Park Shin-wook, Park"},
        Case{"a family name of one syllable", "[Xi Jinping/PERSON] left. Mr [Xi/PERSON] waved.",
             "Xi Jinping: Xi Jinping, Xi"},
        Case{"family name first, with a sister whose is last",
             "[Kovacs Ilona/PERSON] left. [Kovacs/PERSON] waved. [Anna Kovacs/PERSON] smiled.",
             "Kovacs Ilona: Kovacs Ilona, Kovacs | Anna Kovacs: Anna Kovacs"},
        Case{"three syllables", "[Kim Jong Un/PERSON] left. [Kim/PERSON] waved.", "Kim Jong Un: Kim Jong Un, Kim"},
        Case{"particles", "[Oscar de la Cruz/PERSON] left. [de la Cruz/PERSON] waved. [Cruz/PERSON] smiled.",
             "Oscar de la Cruz: Oscar de la Cruz, de la Cruz, Cruz"},
        Case{"bin", "[Mohammed bin Salman/PERSON] left. Prince [Mohammed/PERSON] waved. [bin Salman/PERSON] smiled.",
             "Mohammed bin Salman: Mohammed bin Salman, Mohammed, bin Salman"},
        Case{"von der", "[Ursula von der Leyen/PERSON] left. Ms [von der Leyen/PERSON] waved.",
             "Ursula von der Leyen: Ursula von der Leyen, von der Leyen"},
        Case{"a hyphenated surname", "[Ana Reyes-Costa/PERSON] left. [Reyes-Costa/PERSON] waved.",
             "Ana Reyes-Costa: Ana Reyes-Costa, Reyes-Costa"},
        Case{"junior is not his father",
             "[Donald Trump/PERSON] left. [Donald Trump Jr./PERSON] stayed. [Trump/PERSON] waved. [Trump Jr./PERSON] "
             "smiled.",
             "Donald Trump: Donald Trump, Trump | Donald Trump Jr.: Donald Trump Jr., Trump Jr."},
        Case{"junior alone", "[Martin Costa Jr./PERSON] left. [Costa/PERSON] waved.",
             "Martin Costa Jr.: Martin Costa Jr., Costa"},
        Case{"a king", "King [Charles III/PERSON] left. King [Charles/PERSON] waved.",
             "Charles III: Charles III, Charles"},
        Case{"accents", "[Juan Guaid\u00F3/PERSON] left. [Guaido/PERSON] waved. [Juan Guaido/PERSON] smiled.",
             "Juan Guaid\u00F3: Juan Guaid\u00F3, Guaido, Juan Guaido"},
        Case{"capitals", "[PEDRO COSTA/PERSON] LEFT\n\n[Pedro Costa/PERSON] left. [COSTA/PERSON] waved.",
             "Pedro Costa: PEDRO COSTA, Pedro Costa, COSTA"},
        Case{"a person's initials", "[Ana Maria Lopez Ortega/PERSON] left. [AMLO/PERSON] waved.",
             "Ana Maria Lopez Ortega: Ana Maria Lopez Ortega, AMLO"},
        Case{"a body's initials are not a person's", "[Ana Maria Costa/PERSON] left. The [AMC/ORG] stayed.",
             "Ana Maria Costa: Ana Maria Costa | AMC: AMC"},
        Case{"a place with a person's name", "[Paris Costa/PERSON] left [Paris/LOC].",
             "Paris Costa: Paris Costa | Paris: Paris"}));

INSTANTIATE_TEST_SUITE_P(
    Things, RelatedNames,
    testing::Values(
        Case{"names of a country", "The [United States/LOC], the [U.S./LOC], the [US/LOC] and the [USA/LOC] are one.",
             "United States: United States, U.S., US, USA"},
        Case{"America", "[America/LOC] and the [US/LOC] are one. [Latin America/LOC] is not.",
             "America: America, US | Latin America: Latin America"},
        Case{"Britain", "[Britain/LOC], the [UK/LOC] and the [United Kingdom/LOC] are one.",
             "United Kingdom: Britain, UK, United Kingdom"},
        Case{"the usual name wins", "They left [Russian Federation/LOC]. He lives in [Russia/LOC].",
             "Russia: Russian Federation, Russia"},
        Case{"a nationality is not its country", "The [Peruvian/NORP] left [Peru/LOC]. [Peruvians/NORP] waved.",
             "Peruvian: Peruvian, Peruvians | Peru: Peru"},
        Case{"acronym in brackets", "The [Wexcombe Trade Council/ORG] ([WTC/ORG]) met. The [WTC/ORG] voted.",
             "Wexcombe Trade Council: Wexcombe Trade Council, WTC, WTC"},
        Case{"acronym in another language", "The [Consejo de Comercio/ORG] ([CC/ORG]) met.",
             "Consejo de Comercio: Consejo de Comercio, CC"},
        Case{"brackets around something else", "The [Wexcombe Trade Council/ORG] ([Peru/LOC]) met.",
             "Wexcombe Trade Council: Wexcombe Trade Council | Peru: Peru"},
        Case{"acronym by initials", "The [Wexcombe Trade Council/ORG] met. The [WTC/ORG] and the [W.T.C./ORG] voted.",
             "Wexcombe Trade Council: Wexcombe Trade Council, WTC, W.T.C."},
        Case{"small words in initials", "The [Democratic Republic of Congo/LOC] and the [DRC/LOC] are one.",
             "Democratic Republic of Congo: Democratic Republic of Congo, DRC"},
        Case{"other initials", "The [Wexcombe Trade Council/ORG] met. The [WTO/ORG] voted.",
             "Wexcombe Trade Council: Wexcombe Trade Council | WTO: WTO"},
        Case{"first word of a company", "[Acme Holdings Ltd/ORG] grew. [Acme/ORG] sold.",
             "Acme Holdings Ltd: Acme Holdings Ltd, Acme"},
        Case{"first words of a company", "[Goldman Sachs/ORG] grew. [Goldman/ORG] sold.",
             "Goldman Sachs: Goldman Sachs, Goldman"},
        Case{"a head is no short form", "The [Bank of Ghana/ORG] and the [Bank of Kenya/ORG] met.",
             "Bank of Ghana: Bank of Ghana | Bank of Kenya: Bank of Kenya"},
        Case{"a country is no short form", "[Peru Airlines/ORG] left [Peru/ORG].",
             "Peru Airlines: Peru Airlines | Peru: Peru"},
        Case{"a department of a country", "The [U.S. State Department/ORG] spoke. The [State Department/ORG] wrote.",
             "State Department: U.S. State Department, State Department"},
        Case{"a department, always in full", "The [U.S. State Department/ORG] spoke.",
             "U.S. State Department: U.S. State Department"},
        Case{"turned around", "The [Ministry of Health/ORG] met. The [Health Ministry/ORG] voted.",
             "Ministry of Health: Ministry of Health, Health Ministry"},
        Case{"turned around, of the", "The [Ministry of the Interior/ORG] met. The [Interior Ministry/ORG] voted.",
             "Ministry of the Interior: Ministry of the Interior, Interior Ministry"},
        Case{"another ministry", "The [Ministry of Health/ORG] met. The [Defence Ministry/ORG] voted.",
             "Ministry of Health: Ministry of Health | Defence Ministry: Defence Ministry"},
        Case{"a body of a body",
             "The [UN/ORG] met. The [U.N. Trade Council/ORG] and the [United Nations Trade Council/ORG] voted.",
             "UN: UN | United Nations Trade Council: U.N. Trade Council, United Nations Trade Council"},
        Case{"people inside the name of a body",
             "The [European/NORP] [Union/ORG] and the [African/NORP] [Union/ORG] met.",
             "European: European | European Union: Union | African: African | African Union: Union"},
        Case{"a place at the end of a name", "The [Bank of/ORG] [Kenya/LOC] spoke.",
             "Bank of Kenya: Bank of | Kenya: Kenya"},
        Case{"a company of a country", "The [German/NORP] [Siemens/ORG] grew.", "German: German | Siemens: Siemens"},
        Case{"the same day", "On [Monday/DATE] and [Monday/DATE].", "Monday: Monday, Monday"}));

}  // namespace
}  // namespace pullquote::entities
