#pragma once

#include <cstdint>
#include <string_view>

// What a word of English does in and around names: the closed lists that rules and feature functions share. They hold
// words of the language, never names of the news; names come from the Lexicon.

namespace pullquote::features {

enum WordClass : std::uint32_t {
  kFunction = 1u << 0,       // never opens a name at the start of a sentence: "the", "however", "he"
  kHonorific = 1u << 1,      // "Mr", "Dr", "Sir": before a person's name and outside it
  kRole = 1u << 2,           // head of a role: "president", "spokeswoman", "economist"
  kRoleModifier = 1u << 3,   // "deputy", "prime", "former": before the head of a role
  kMale = 1u << 4,           // "Mr", "he", "king"
  kFemale = 1u << 5,         // "Mrs", "she", "actress"
  kOrgHead = 1u << 6,        // "university", "ministry": last or before "of"
  kOrgSuffix = 1u << 7,      // "Inc.", "Holdings": always the end of a company's name
  kFacilityHead = 1u << 8,   // "airport", "bridge"
  kPlaceHead = 1u << 9,      // "river", "province": after or before the name
  kEventHead = 1u << 10,     // "festival", "act", "cup": events, works and laws
  kMonth = 1u << 11,
  kWeekday = 1u << 12,
  kNameParticle = 1u << 13,  // "de", "bin", "van": lower case inside a person's or place's name
  kConnector = 1u << 14,     // "of", "for", "and": lower case inside an organisation's name
  kPlaceCue = 1u << 15,      // "in", "near": a place often follows
  kSpeechVerb = 1u << 16,    // "said", "told": people and organisations stand beside it
  kPersonVerb = 1u << 17,    // "died", "smiled": people stand before it
  kCurrency = 1u << 18,      // "dollars", "euros", "yuan"
  kMagnitude = 1u << 19,     // "million", "crore", "bn"
  kGroup = 1u << 20,         // religions, peoples, parties' followers: "muslim", "republicans", "western"
  kDirection = 1u << 21,     // "north", "central": before the name of a place
  kPronoun = 1u << 22,       // third person singular of people
  kThing = 1u << 23,         // acronyms and words that name no organisation: "gdp", "covid-19", "bible"
  kKinship = 1u << 24,       // "father", "wife"
  kRegnal = 1u << 25,        // titles that names of places and institutions keep: "king", "saint"
  kNumberWord = 1u << 26,    // "two", "hundreds"
  kRomanNumeral = 1u << 27,  // "II", "XIV", and "Jr": after a person's name and part of it
  kWeakHead = 1u << 28,      // a head only when capitalised after a name: "group", "house", "team"
  kPlural = 1u << 29,        // a role of several people: "ministers"
};

/// WordClass bits of a lower-cased word; 0 for words that no list has. One hash and about one comparison.
[[nodiscard]] std::uint32_t word_classes(std::string_view lower);

/// The name that a country is usually given, lower-cased, for another way to write it ("u.s.", "america" -> "united
/// states"); the argument itself where there is none.
[[nodiscard]] std::string_view usual_country(std::string_view lower);

}  // namespace pullquote::features
