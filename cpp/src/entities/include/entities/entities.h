#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entities/knowledge.h"
#include "features/words.h"
#include "gazetteer/find.h"
#include "pullquote/document.h"
#include "syntax/syntax.h"
#include "tokens/tokens.h"

// Mentions of people, organisations, places and the other classes, and the entities they refer to.

namespace pullquote::entities {

struct Mention {
  tokens::TokenRange tokens;
  MentionKind kind = MentionKind::kName;
  Label label = Label::kMisc;
  float confidence = 0;
  std::uint32_t entity = 0;
  std::uint32_t known = kUnknown;  // entry of the user's gazetteer

  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  [[nodiscard]] bool names_person() const { return label == Label::kPerson && kind == MentionKind::kName; }
};

struct Entity {
  Label label = Label::kMisc;
  bool named = true;
  std::string name;  // as the view spells it
  std::vector<std::string> aliases;
  std::optional<tokens::TokenRange> role;
  std::optional<std::uint32_t> affiliation;
  std::optional<std::string> external_id;  // of the user's gazetteer
  std::vector<std::uint32_t> mentions;     // indices into Linked::mentions
};

struct Linked {
  std::vector<Mention> mentions;  // by first token, the longer first; names do not overlap, nominals may hold others
  std::vector<Entity> entities;
};

/// Names, then their links, roles and pronouns. Sections of `tokens::SectionKind::kBoilerplate` are passed over unless
/// asked for.
/// What the user knows takes the place of every name that it overlaps.
[[nodiscard]] Linked find(const tokens::TokenizedText& text, const features::Words& words, const syntax::Parse& parse,
                          const Knowledge& knowledge, bool boilerplate, std::span<const gazetteer::Match> known = {});

/// The entity that each source of a quote speaks of ("Kremlin spokesman Dmitry Peskov", "he", "the ministry", "foreign
/// ministers from 13 nations"): that of its head. A source without a name or a known pronoun at its head becomes a
/// nominal mention, of the entity that the same words meant before or of a new one with `named` false; nothing is said
/// of a pronoun that nobody could resolve. Entities may change their numbers, so ask once for all sources, before
/// numbers are kept.
[[nodiscard]] std::vector<std::optional<std::uint32_t>> resolve_sources(const tokens::TokenizedText& text,
                                                                        Linked& linked,
                                                                        std::span<const tokens::TokenRange> sources);

/// How much the article is about each entity: its share of all mentions, where the headline weighs most and later
/// sentences less than early ones. Adds up to 1 unless there are no entities.
[[nodiscard]] std::vector<float> salience(const tokens::TokenizedText& text, const Linked& linked);

}  // namespace pullquote::entities
