/** Given names that are widespread in French-speaking countries and that English lists lack. */
export const frenchGivenNames = `
Abdel Adèle Adrien Agathe Agnès Aïcha Aimé Alain Alban Albane Albert Alessandro Alexandra Alexandre
Alexia Alexis Alice Alicia Aline Alix Alizée Aloïs Amandine Amaury Ambre Amélie Amina Amine Anaël
Anaïs Anatole André Andréa Andrée Ange Angèle Angélique Anicet Anissa Anita Anne Annick Annie Anouk
Anthony Antoine Antoinette Antonin Apolline Ariane Armand Armelle Arnaud Arsène Arthur Astrid Aude
Audrey Auguste Augustin Aurélie Aurélien Aurore Axel Axelle Aymeric Ayoub Baptiste Barbara Barnabé
Bastien Baudouin Béatrice Benjamin Benoît Bérangère Bérénice Bernadette Bernard Berthe Bertrand
Blaise Blanche Blandine Boris Brice Brieuc Brigitte Bruno Camille Capucine Carine Carla Carole
Caroline Catherine Cécile Cédric Célestin Célia Céline Chantal Charles Charline Charlotte Chloé
Christel Christelle Christian Christiane Christine Christophe Claire Clara Claude Claudine Clémence
Clément Clémentine Clotilde Colette Colin Constance Coralie Corentin Corinne Cyprien Cyril Cyrille
Damien Daniel Danièle Danielle Danièle Daphné David Deborah Delphine Denis Denise Diane Didier
Dimitri Dominique Dorian Dorothée Édith Edmond Édouard Éléonore Éliane Élie Éliott Élisabeth Élise
Élodie Éloïse Elsa Émeline Émeric Émile Émilie Émilien Emma Emmanuel Emmanuelle Enzo Éric Erwan Estelle
Esther Étienne Eugène Eugénie Eva Évelyne Ève Fabian Fabien Fabienne Fabrice Fanny Farid Fatima
Faustine Félicie Félix Ferdinand Fernand Flavie Fleur Flora Florence Florent Florentin Florian
Floriane Franck François Françoise Francis Frédéric Frédérique Gabriel Gabrielle Gaëlle Gaël Gaétan
Gaspard Gaston Gauthier Gautier Geneviève Geoffroy Georges Gérald Gérard Germain Ghislain Gilbert
Gilles Ginette Gisèle Grégoire Grégory Guénolé Guilhem Guillaume Gustave Guy Gwenaëlle Gwenaël
Gwendoline Habib Hakim Hamid Hamza Hannah Hélène Henri Henriette Hervé Honoré Hortense Hubert Hugo
Hugues Ibrahim Ilan Inès Irène Iris Isabelle Ismaël Jacky Jacqueline Jacques Jade Jean Jeanne
Jeannine Jennifer Jérémie Jérémy Jérôme Jessica Joachim Joanna Jocelyn Jocelyne Joël Joëlle Johan
Johann Johanna Jonas Jonathan Jordan Joris José Joseph Joséphine Josette Josiane Josué Judith Jules
Julia Julie Julien Julienne Juliette Justin Justine Karim Karine Katia Kévin Khaled Ladislas Laetitia
Laëtitia Lambert Lara Laure Laurence Laurent Laurie Lazare Léa Léna Léo Léon Léonard Léonie Léopold
Leïla Lila Liliane Lilian Lina Linda Line Lisa Lise Lola Loïc Loïs Lorène Lou Louane Louis Louise
Luc Lucas Lucie Lucien Lucienne Ludivine Ludovic Lydie Lydia Maël Maëlle Maëlys Magali Malik Malo
Manon Manuel Marc Marceau Marcel Marcelle Margaux Margot Marguerite Maria Marianne Marie Mariette
Marina Marine Marion Marius Marlène Martial Martin Martine Mateo Mathéo Mathias Mathieu Mathilde
Mathis Mathurin Matthias Matthieu Maud Maurice Maxence Maxime Maximilien Mehdi Mélanie Mélina
Mélissa Mélodie Michaël Michel Michèle Michelle Mickaël Mireille Mohamed Mohammed Moïse Monique
Morgan Morgane Mounir Muriel Mustapha Myriam Nabil Nadège Nadia Nadine Naïma Nassim Natacha Nathalie
Nathan Nathanaël Nicolas Nicole Nina Nino Noé Noël Noémie Norbert Nora Océane Octave Odile Olivia
Olivier Omar Ophélie Oriane Oscar Pascal Pascale Patrice Patricia Patrick Paul Paule Paulette
Pauline Perrine Philibert Philippe Philippine Pierre Pierrette Pierrick Priscilla Prosper Quentin
Rachel Rachid Raoul Raphaël Raphaëlle Raymond Raymonde Rebecca Régine Régis Rémi Rémy Renaud René
Renée Richard Robert Robin Rodolphe Rodrigue Roger Roland Rolande Romain Romane Roméo Romuald Ronan
Rosalie Rose Roselyne Roxane Sabine Sabrina Salomé Sami Samir Samuel Samy Sandra Sandrine Sara Sarah
Sébastien Ségolène Serge Séverine Sidonie Simon Simone Sofia Solange Solène Sonia Sophie Soraya
Stanislas Stella Stéphane Stéphanie Suzanne Suzie Sylvain Sylvaine Sylvestre Sylvette Sylviane
Sylvie Tancrède Tanguy Tatiana Tessa Théa Théo Théodore Théophile Thérèse Thibaud Thibault Thibaut
Thierry Thomas Timothée Titouan Toinon Tristan Ugo Ulysse Urbain Valentin Valentine Valère Valérian
Valérie Vanessa Véra Véronique Victoire Victor Victoria Vincent Violaine Violette Virgile Virginie
Viviane Vivien Wassim Wilfried William Xavier Yacine Yaël Yann Yanis Yannick Yasmina Yasmine Yoann
Yohan Yolande Youcef Youssef Yvan Yves Yvette Yvon Yvonne Zacharie Zinédine Zoé
`
  .trim()
  .split(/\s+/)
