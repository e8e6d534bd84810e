#include "model_recipe.h"

#include <algorithm>
#include <stdexcept>

#include "learned_sections.h"
#include "model/fingerprint.h"
#include "model/model_file.h"
#include "readers.h"

namespace pullquote::train {

namespace {

std::vector<std::byte> copy_of(const model::ModelFile& file, std::string_view section) {
  const auto bytes = file.section(section);
  return {bytes.begin(), bytes.end()};
}

}  // namespace

std::vector<std::string> section_names(std::string_view list, const std::vector<Section>& sections) {
  auto names = split(list, ',');
  for (const auto& name : names) {
    const auto known = [&](const Section& section) { return section.name == name; };
    if (std::any_of(sections.begin(), sections.end(), known)) continue;
    std::string all;
    for (const auto& section : sections) all += (all.empty() ? "" : ", ") + section.name;
    throw std::invalid_argument("no section \"" + name + "\" can be made; there are " + all);
  }
  return names;
}

std::size_t make_model(const Recipe& recipe, const std::vector<Section>& sections) {
  Sections made;
  const bool partial = !recipe.only.empty() || !recipe.taken.empty() || !recipe.fitting.empty();
  if (partial && std::filesystem::exists(recipe.out)) {
    const auto old = model::ModelFile::open(recipe.out);
    for (auto& name : old.section_names()) made[name] = copy_of(old, name);
  }
  for (const auto& [name, file] : recipe.taken) made[name] = copy_of(model::ModelFile::open(file), name);
  for (const auto& section : sections) {
    const bool wanted = std::find(recipe.only.begin(), recipe.only.end(), section.name) != recipe.only.end();
    if (wanted || !partial) made[section.name] = section.make(made);
  }
  for (const auto& name : recipe.fitting) {
    const auto fingerprint = fingerprint_for(name);
    const auto found = made.find(name);
    if (!fingerprint || found == made.end()) {
      throw std::invalid_argument("no section \"" + name + "\" with anything learned is in the model");
    }
    found->second = model::with_fingerprint(*fingerprint, model::without_fingerprint(found->second));
  }
  model::ModelWriter writer;
  for (auto& [name, bytes] : made) writer.add(name, std::move(bytes));
  writer.save(recipe.out);
  return writer.bytes().size();
}

}  // namespace pullquote::train
