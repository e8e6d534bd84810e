#pragma once

#include <cstdint>
#include <string_view>

// What a word of English does in and around names: the closed lists that rules and feature functions share. They hold
// words of the language, never names of the news; names come from the Lexicon.

namespace pullquote::features {

enum WordClass : std::uint64_t {
  kFunction = 1ull << 0,      // never opens a name at the start of a sentence: "the", "however", "he"
  kHonorific = 1ull << 1,     // "Mr", "Dr", "Sir": before a person's name and outside it
  kRole = 1ull << 2,          // head of a role: "president", "spokeswoman", "economist"
  kRoleModifier = 1ull << 3,  // "deputy", "prime", "former": before the head of a role
  kMale = 1ull << 4,          // "Mr", "he", "king"
  kFemale = 1ull << 5,        // "Mrs", "she", "actress"
  kOrgHead = 1ull << 6,       // "university", "ministry": last or before "of"
  kOrgSuffix = 1ull << 7,     // "Inc.", "Holdings": always the end of a company's name
  kFacilityHead = 1ull << 8,  // "airport", "bridge"
  kPlaceHead = 1ull << 9,     // "river", "province": after or before the name
  kEventHead = 1ull << 10,    // "festival", "act", "cup": events, works and laws
  kMonth = 1ull << 11,
  kWeekday = 1ull << 12,
  kNameParticle = 1ull << 13,  // "de", "bin", "van": lower case inside a person's or place's name
  kConnector = 1ull << 14,     // "of", "for", "and": lower case inside an organisation's name
  kPlaceCue = 1ull << 15,      // "in", "near": a place often follows
  kSpeechVerb = 1ull << 16,    // "said", "told": people and organisations stand beside it
  kPersonVerb = 1ull << 17,    // "died", "smiled": people stand before it
  kCurrency = 1ull << 18,      // "dollars", "euros", "yuan"
  kMagnitude = 1ull << 19,     // "million", "crore", "bn"
  kGroup = 1ull << 20,         // religions, peoples, parties' followers: "muslim", "republicans", "western"
  kDirection = 1ull << 21,     // "north", "central": before the name of a place
  kPronoun = 1ull << 22,       // third person singular of people
  kThing = 1ull << 23,         // acronyms and words that name no organisation: "gdp", "covid-19", "bible"
  kKinship = 1ull << 24,       // "father", "wife"
  kRegnal = 1ull << 25,        // titles that names of places and institutions keep: "king", "saint"
  kNumberWord = 1ull << 26,    // "two", "hundreds"
  kRomanNumeral = 1ull << 27,  // "II", "XIV", and "Jr": after a person's name and part of it
  kWeakHead = 1ull << 28,      // a head only when capitalised after a name: "group", "house", "team"
  kPlural = 1ull << 29,        // several people: "ministers", "nurses"
  kSoleOrg = 1ull << 30,       // an organisation even alone, when capitalised: "Parliament"
  kCompoundTail = 1ull << 32,  // "-led", "-based": after a hyphen, and never the end of a name
  kPerson = 1ull << 33,        // any other noun for a person: "survivor", "customers"
  kNoName = 1ull << 31,        // written in capitals and yet no name: "AI", "CEO", "NGO"
};

/// WordClass bits of a lower-cased word; 0 for words that no list has. One hash and about one comparison.
[[nodiscard]] std::uint64_t word_classes(std::string_view lower);

/// The name that a country is usually given, lower-cased, for another way to write it ("u.s.", "america" -> "united
/// states"); the argument itself where there is none.
[[nodiscard]] std::string_view usual_country(std::string_view lower);

}  // namespace pullquote::features
