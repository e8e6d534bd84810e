#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// The labels that the syntax stage gives. Model files hold their numbers: new ones go to the end.

namespace pullquote::syntax {

/// Part of speech in the scheme of the Penn Treebank, as the Universal Dependencies treebanks of English extend it.
enum class Tag : std::uint8_t {
  kCoordinator,        // CC   and, or
  kCardinal,           // CD   five, 1990
  kDeterminer,         // DT   the, this
  kExistential,        // EX   there is
  kForeign,            // FW
  kGoesWith,           // GW   half of a word that was split
  kHyphen,             // HYPH
  kPreposition,        // IN   of, that, because
  kAdjective,          // JJ
  kComparative,        // JJR
  kSuperlative,        // JJS
  kListMark,           // LS
  kModal,              // MD   would
  kNoun,               // NN
  kProperNoun,         // NNP
  kProperNounPlural,   // NNPS
  kNounPlural,         // NNS
  kPredeterminer,      // PDT  all the
  kPossessive,         // POS  's
  kPronoun,            // PRP  she
  kPossessivePronoun,  // PRP$ her
  kAdverb,             // RB
  kAdverbComparative,  // RBR
  kAdverbSuperlative,  // RBS
  kParticle,           // RP   give up
  kSymbol,             // SYM
  kTo,                 // TO   before an infinitive
  kInterjection,       // UH
  kVerb,               // VB   base form
  kVerbPast,           // VBD
  kVerbIng,            // VBG
  kVerbParticiple,     // VBN
  kVerbPresent,        // VBP  other than the third person singular
  kVerbThird,          // VBZ
  kWhDeterminer,       // WDT  which
  kWhPronoun,          // WP   who
  kWhPossessive,       // WP$  whose
  kWhAdverb,           // WRB  when
  kCurrency,           // $
  kComma,              // ,
  kFullStop,           // .    also ? and !
  kColon,              // :    also ; and dashes
  kOpeningQuote,       // ``
  kClosingQuote,       // ''
  kOpeningBracket,     // -LRB-
  kClosingBracket,     // -RRB-
};
inline constexpr std::size_t kTags = 46;

/// Kind of the arc from a head to its dependent: Universal Dependencies, version 2, with those of its subtypes that
/// tell the reader of news something.
enum class Relation : std::uint8_t {
  kAcl,          // acl: clause that modifies a noun ("the man seen there", "the claim that …")
  kRelative,     // acl:relcl
  kAdvcl,        // advcl: adverbial clause
  kAdvmod,       // advmod
  kAmod,         // amod
  kAppos,        // appos
  kAux,          // aux
  kAuxPass,      // aux:pass
  kCase,         // case: preposition, possessive mark
  kCc,           // cc: and
  kCcomp,        // ccomp: clausal complement with a subject of its own: what was said
  kCompound,     // compound
  kPhrasal,      // compound:prt: the particle of a verb
  kConj,         // conj
  kCop,          // cop
  kCsubj,        // csubj: clausal subject
  kDep,          // dep, orphan, dislocated, goeswith
  kDet,          // det
  kDiscourse,    // discourse
  kExpl,         // expl: there, it
  kFixed,        // fixed: "because of"
  kFlat,         // flat: the rest of a name
  kIobj,         // iobj
  kList,         // list
  kMark,         // mark: that, to, because
  kNmod,         // nmod
  kPoss,         // nmod:poss
  kNsubj,        // nsubj: subject
  kNsubjPass,    // nsubj:pass
  kNummod,       // nummod
  kObj,          // obj
  kObl,          // obl: "said in a statement"
  kOblAgent,     // obl:agent: "by the ministry"
  kOblUnmarked,  // obl:unmarked: "said Tuesday"
  kParataxis,    // parataxis: a clause beside another: "…, he said"
  kPunct,        // punct
  kReparandum,   // reparandum: what a speaker takes back
  kRoot,         // root
  kVocative,     // vocative
  kXcomp,        // xcomp: clausal complement without a subject: "wants to go"
};
inline constexpr std::size_t kRelations = 40;

/// Coarse part of speech: Universal Dependencies.
enum class Universal : std::uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};
inline constexpr std::size_t kUniversals = 17;

/// "NNP", "nsubj:pass", "PROPN".
[[nodiscard]] std::string_view name_of(Tag tag);
[[nodiscard]] std::string_view name_of(Relation relation);
[[nodiscard]] std::string_view name_of(Universal universal);

/// The label for a treebank's own; relations lose subtypes that are not told apart here. Nothing where it is unknown.
[[nodiscard]] std::optional<Tag> find_tag(std::string_view name);
[[nodiscard]] std::optional<Relation> find_relation(std::string_view name);

/// The coarse part of speech that a tag comes to where the word stands in that relation; `lower` is the lower-cased
/// word.
[[nodiscard]] Universal universal(Tag tag, Relation relation, std::string_view lower);

[[nodiscard]] constexpr bool is_verb(Tag tag) { return tag >= Tag::kVerb && tag <= Tag::kVerbThird; }
[[nodiscard]] constexpr bool is_finite(Tag tag) {
  return tag == Tag::kVerbPast || tag == Tag::kVerbPresent || tag == Tag::kVerbThird || tag == Tag::kModal;
}
[[nodiscard]] constexpr bool is_noun(Tag tag) { return tag >= Tag::kNoun && tag <= Tag::kNounPlural; }

}  // namespace pullquote::syntax
